import { Injectable } from '@nestjs/common';

/** The one source of time. Tests replace it, so that a rule about days needs no waiting. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

const QUARTER_MS = 15 * 60 * 1000;

/** Rounds down to the quarter of an hour: all that is kept in app rows about when a persona wrote (DESIGN: time). */
export function toQuarterHour(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / QUARTER_MS) * QUARTER_MS);
}

/** @returns the instant `minutes` before `instant` */
export const minutesBefore = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() - minutes * 60_000);

/** @returns the instant `days` before `instant`, counting 24 hours a day */
export const daysBefore = (instant: Date, days: number): Date => minutesBefore(instant, days * 24 * 60);
