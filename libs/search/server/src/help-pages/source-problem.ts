import type { OutboundProblem } from '@kundig/platform/server';

/** Why nothing came of a source; names are what the schema shows. */
export const SOURCE_PROBLEMS = [
  ...([
    'address',
    'internal',
    'unreachable',
    'slow',
    'large',
    'redirects',
  ] as const satisfies OutboundProblem[]),
  /** The host refuses to answer. */
  'status',
  /** It is no sitemap and no feed, or a broken one. */
  'unreadable',
  /** The host does not want robots there. */
  'robots',
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

/** A source was answered, but not with what it should be. */
export class SourceUnreadable extends Error {
  constructor(readonly problem: SourceProblem) {
    super(`Help pages cannot be read: ${problem}`);
  }
}
