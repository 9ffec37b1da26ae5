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

  /** Goes on to an hour from now, for jobs that are due by the later of this clock and the database's. */
  passRealTime(): void {
    const ahead = Math.max(0, Date.now() - this.instant.getTime());
    this.instant = new Date(this.instant.getTime() + ahead + 3_600_000);
  }
}
