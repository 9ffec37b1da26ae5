import type { LeakKind, Operator } from '@kundig/leak-guard/rules';
import type { RequestContext } from '@kundig/platform/server';
import type { LeakAnswer } from './leak-answer.js';

/** What the operator has set of the guard. */
export interface OperatorGuardSettings extends Operator {
  /** Kinds that are not looked for. */
  readonly off: readonly LeakKind[];
  /** Whether what is found must go from texts of those who speak for the operator, and from the FAQ. */
  readonly binding: boolean;
}

/** What the operator says of the guard at this moment; known at once, as every text asks. Provided by the site domain. */
export abstract class OperatorGuard {
  abstract readonly settings: OperatorGuardSettings;

  /**
   * Counts what became of places: by day and kind, and nothing else.
   * @param kinds one for each place; none writes nothing
   */
  abstract count(ctx: RequestContext, answer: LeakAnswer, kinds: readonly LeakKind[]): Promise<void>;
}
