import { Injectable } from '@nestjs/common';
import { Clock } from '@kundig/platform/server';

/** So long nobody waits for a server that did not answer; then one search tries again. */
const PAUSE_MS = 10_000;

/** Whether this process asks the server (circuit breaker): one failure opens it, one answer closes it. */
@Injectable()
export class Circuit {
  private closedFrom = 0;

  constructor(private readonly clock: Clock) {}

  /** @returns what was asked for; null where the server is not asked, and where it fails */
  async ask<Answer>(question: () => Promise<Answer>): Promise<Answer | null> {
    const now = this.clock.now().getTime();
    if (now < this.closedFrom) return null;
    const isTrial = this.closedFrom > 0;
    if (isTrial) this.closedFrom = now + PAUSE_MS; // the others do not wait for the trial
    try {
      const answer = await question();
      this.closedFrom = 0;
      return answer;
    } catch {
      this.closedFrom = this.clock.now().getTime() + PAUSE_MS;
      return null;
    }
  }
}
