import { Clock } from '@kundig/platform/server';

/** A clock that stands still until it is told to go on. */
export class FakeClock extends Clock {
  constructor(private instant = new Date('2026-11-02T09:07:31.250Z')) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Goes on by minutes and seconds. */
  advance({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): void {
    this.instant = new Date(this.instant.getTime() + (minutes * 60 + seconds) * 1000);
  }
}
