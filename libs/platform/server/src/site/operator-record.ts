import type { RequestContext } from '../context/request-context.js';

/** A version of one of the operator's texts that is in force now. */
export interface PublishedText {
  /** As in its address, `imprint`. */
  readonly slug: string;
  readonly version: string;
  readonly title: string;
}

/** Where it is written down what the operator changes of what accounts agree to. Provided by the site domain. */
export abstract class OperatorRecord {
  /** After the version was put in force: texts lie where accounts do, the log where nobody is known by an account. */
  abstract textPublished(ctx: RequestContext, text: PublishedText): Promise<void>;
}
