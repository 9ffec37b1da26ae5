/** Why something could not be fetched. */
export type OutboundProblem =
  /** Not https, with a password, or on a port of its own. */
  | 'address'
  /** Its host lies, wholly or in part, outside of the public internet. */
  | 'internal'
  /** The host is unknown, does not answer or breaks off. */
  | 'unreachable'
  | 'slow'
  | 'large'
  /** It leads on and on, or nowhere. */
  | 'redirects';

/** Nothing was fetched. */
export class OutboundRefused extends Error {
  /** @param cause for the log alone: what a resolver or another host says is nothing for pages */
  constructor(
    readonly problem: OutboundProblem,
    cause?: unknown,
  ) {
    super(`Outbound request refused: ${problem}`, { cause });
  }
}
