import { Logger } from '@nestjs/common';
import type { ChangeFeed } from './change-feed.js';

/**
 * What a process has read and keeps: read again, one reading after the other, when any instance changes it. A reading that
 * fails leaves what is kept.
 */
export class KeptReading {
  private readonly log = new Logger(KeptReading.name);
  private last: Promise<void> = Promise.resolve();

  /**
   * @param feed tells of changes
   * @param tag  of the changes that concern it, as `PageInvalidation` names it
   * @param what is read, for the log
   * @param read reads it and puts it into place
   */
  constructor(
    feed: ChangeFeed,
    tag: string,
    private readonly what: string,
    private readonly read: () => Promise<void>,
  ) {
    feed.subscribe({
      changed: (tags) => {
        if (tags.includes(tag)) void this.renew();
      },
      lost: () => undefined,
      regained: () => void this.renew(),
    });
  }

  /** Settles when everything this process has heard of is read. */
  get settled(): Promise<void> {
    return this.last;
  }

  /** Reads again; whoever changed something calls it after the commit, so that its own answer shows the change. */
  renew(): Promise<void> {
    this.last = this.last
      .then(() => this.read())
      .catch((error: unknown) => this.log.error(`${this.what} could not be read again: ${String(error)}`));
    return this.last;
  }
}
