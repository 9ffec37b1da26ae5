const HOUR_MS = 3_600_000;

/**
 * @param hour     of the day in the zone, 0 to 23
 * @param timeZone name of the IANA database
 * @returns the last instant, not after `now`, at which an hour of that name began there; on the day on which the clocks
 *          go forward over it, that of the day before
 */
export function lastDigestTime(now: Date, hour: number, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
  let instant = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  while (Number(format.format(instant)) !== hour) instant -= HOUR_MS;
  return new Date(instant);
}
