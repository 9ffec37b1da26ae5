import { TooManyRequests } from '@kundig/platform/server';

/** When to come again after being sent away, in seconds. */
const PAUSE_SECONDS = 5;

/**
 * Lets only so much work be done at once. What comes meanwhile waits in its order; when too much waits, what comes is sent
 * away, as everything that waits holds memory.
 */
export class Turns {
  private busy = 0;
  private readonly queue: (() => void)[] = [];

  /**
   * @param atOnce  how many work at the same time
   * @param waiting how many more may wait
   */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** @throws TooManyRequests too many wait already; whatever the work throws */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.begin();
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  private begin(): Promise<void> | void {
    if (this.busy < this.atOnce) {
      this.busy += 1;
      return;
    }
    if (this.queue.length >= this.waiting) throw new TooManyRequests(PAUSE_SECONDS);
    return new Promise((resolve) => this.queue.push(resolve));
  }

  /** Whoever waits longest takes the place over; without one it is free. */
  private end(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.busy -= 1;
  }
}
