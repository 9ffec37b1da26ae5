import type { RequestContext } from '../context/request-context.js';

/** What is counted apart, so that many searches never cost anybody a post. */
export const LIMITED_ACTIONS = [
  'post',
  'mention',
  'edit',
  'kudos',
  'helped',
  'report',
  'upload',
  'draft',
  'register',
  'mail',
  'invite',
  'search',
  'suggest',
  'preview',
] as const;
export type LimitedAction = (typeof LIMITED_ACTIONS)[number];

/** Whether a text has been sent too often within a day. */
export interface Repetition {
  /** By the same person, whatever name it was under. */
  readonly byWriter: boolean;
  /** By whomever. What follows from this alone says nothing of who wrote it. */
  readonly byAnybody: boolean;
}

/**
 * How often one person, or one address where nobody is signed in, may do something. Counted on the identity side, where
 * a count may belong to a person; provided there.
 */
export abstract class WriteLimits {
  /**
   * Counts one go, or as many as are taken at once; at most one SQL statement.
   * @throws TooManyRequests when the allowance is used up
   */
  abstract consume(ctx: RequestContext, action: LimitedAction, goes?: number): Promise<void>;

  /**
   * Counts a text, within this process; no SQL statement.
   * @param sending where it goes and its client key: what is sent again counts once, as after a double click
   * @throws TooManyRequests more texts than anybody writes
   */
  abstract noteText(ctx: RequestContext, text: string, sending: string): Promise<Repetition>;
}
