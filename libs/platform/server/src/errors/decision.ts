import type { ExpectedError } from './expected-error.js';

/** Answer of a policy: yes, or no with the reason. */
export class Decision {
  private constructor(private readonly reason: (() => ExpectedError) | null) {}

  static readonly allow = new Decision(null);

  /** @param reason makes the error only when somebody wants it: a page asks of every post what the viewer may do */
  static deny(reason: () => ExpectedError): Decision {
    return new Decision(reason);
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
