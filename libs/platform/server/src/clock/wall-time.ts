/** `2026-11-21T23:30`, as an `<input type="datetime-local">` sends it. */
export const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::00)?$/;

/**
 * Reads the time of a clock on the wall. Where clocks are put back an hour happens twice, and the first one is meant;
 * where they are put forward, the hour that does not exist lies after it.
 * @param wallTime as `WALL_TIME` has it
 * @param timeZone a name of the IANA database
 * @returns the instant; null when there is no such day or time
 */
export function fromWallTime(wallTime: string, timeZone: string): Date | null {
  const asUtc = new Date(`${wallTime.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 16) !== wallTime.slice(0, 16))
    return null;
  const day = 24 * 60 * 60 * 1000;
  // The distance from UTC a day before and a day after: one of them holds at that time.
  const candidates = [-day, day].map(
    (away) => new Date(asUtc.getTime() - distanceFromUtc(new Date(asUtc.getTime() + away), timeZone)),
  );
  return (
    candidates.find((instant) => toWallTime(instant, timeZone) === wallTime.slice(0, 16)) ?? candidates[0]!
  );
}

/** @returns what a clock on the wall of the time zone shows, as `WALL_TIME` without seconds */
export function toWallTime(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + distanceFromUtc(instant, timeZone)).toISOString().slice(0, 16);
}

/** @returns the beginning of the day of an instant, in the time zone */
export const startOfDay = (instant: Date, timeZone: string): Date =>
  fromWallTime(`${toWallTime(instant, timeZone).slice(0, 10)}T00:00`, timeZone)!;

/**
 * Months as a calendar counts them: the same day at the same time of the clock on the wall. A month without that day ends
 * on its last one.
 * @param months whole, negative for the past
 * @param timeZone a name of the IANA database
 */
export function monthsAfter(instant: Date, months: number, timeZone: string): Date {
  const wall = toWallTime(instant, timeZone);
  const [year, month, day] = wall.slice(0, 10).split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  lastDay.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return fromWallTime(`${lastDay.toISOString().slice(0, 10)}${wall.slice(10)}`, timeZone)!;
}

/** By time zone, of which a community has one: making a clock takes five times as long as reading it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** In milliseconds; positive east of Greenwich. */
function distanceFromUtc(instant: Date, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}
