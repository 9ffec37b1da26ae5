import type { ExpectedError } from './expected-error.js';

/** Answer of a policy: yes, or no with the reason. */
export class Decision {
  private constructor(readonly refusal: ExpectedError | null) {}

  static readonly allow = new Decision(null);

  static deny(reason: ExpectedError): Decision {
    return new Decision(reason);
  }

  get allowed(): boolean {
    return this.refusal === null;
  }

  /** @throws the reason, when the answer is no */
  orThrow(): void {
    if (this.refusal) throw this.refusal;
  }
}
