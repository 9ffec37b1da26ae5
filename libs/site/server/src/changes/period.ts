import { fromWallTime, InvalidInput } from '@kundig/platform/server';

/** From when until when something is shown. */
export interface Period {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** The same as an administrator writes it: times on the wall of the site's time zone, 2026-11-21T23:30. */
export interface WrittenPeriod {
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** @throws InvalidInput a time that does not exist, or an end before the start */
export function readPeriod({ startsAt, endsAt }: WrittenPeriod, timeZone: string): Period {
  const instantOf = (field: string, wallTime: string | undefined): Date | null => {
    if (wallTime === undefined) return null;
    const instant = fromWallTime(wallTime, timeZone);
    if (!instant) throw new InvalidInput(field, 'platform:invalid.format');
    return instant;
  };
  const period = { startsAt: instantOf('startsAt', startsAt), endsAt: instantOf('endsAt', endsAt) };
  if (period.startsAt && period.endsAt && period.endsAt <= period.startsAt)
    throw new InvalidInput('endsAt', 'site:error.endsBeforeStart');
  return period;
}

/** @returns whether it is shown at an instant; without a start from the beginning, without an end for good */
export const isWithin = (now: Date, { startsAt, endsAt }: Period): boolean =>
  (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
