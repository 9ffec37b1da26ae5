import { InvalidInput, type ExpectedError, type InputFault } from './expected-error.js';

/** Answer of a policy: yes, or no with the reason. */
export class Decision {
  private constructor(private readonly reason: (() => ExpectedError) | null) {}

  static readonly allow = new Decision(null);

  /** @param reason makes the error only when somebody wants it: a page asks of every post what the viewer may do */
  static deny(reason: () => ExpectedError): Decision {
    return new Decision(reason);
  }

  /**
   * @param judged what is wrong with the fields of one input
   * @returns yes when all say so; otherwise no, with every field at fault
   */
  static together(...judged: readonly Decision[]): Decision {
    const faults = judged.flatMap(({ refusal }): readonly InputFault[] =>
      refusal instanceof InvalidInput ? refusal.faults : [],
    );
    const [first, ...others] = faults;
    return first
      ? Decision.deny(() => new InvalidInput(first.field, first.messageKey, first.params, others))
      : Decision.allow;
  }

  get allowed(): boolean {
    return this.reason === null;
  }

  get refusal(): ExpectedError | null {
    return this.reason?.() ?? null;
  }

  /** @throws the reason, when the answer is no */
  orThrow(): void {
    if (this.reason) throw this.reason();
  }
}
