import { fromWallTime, InvalidInput } from '@kundig/platform/server';
import { MODERATION_LIMITS } from '../moderation.limits.js';

/** How long, as a form asks for it. */
export interface SuspensionLength {
  /** Null or 0 until it is lifted. */
  readonly days: number | null;
  /** Last day, `2026-11-30`; goes before `days`. */
  readonly until: string | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * So many days end at the next full hour, so that a form sent twice means the same; a day ends with its last minute.
 * @param timeZone in which the day is one; a name of the IANA database
 * @returns null until it is lifted
 * @throws InvalidInput (field `until`) no such day, or one that is over or too far away
 */
export function suspensionEnd({ days, until }: SuspensionLength, now: Date, timeZone: string): Date | null {
  if (until !== null) {
    const end = fromWallTime(`${until}T23:59`, timeZone);
    if (!end) throw new InvalidInput('until', 'platform:invalid.format');
    const away = end.getTime() - now.getTime();
    if (away <= 0) throw new InvalidInput('until', 'moderation:error.dayOver');
    if (away > MODERATION_LIMITS.suspensionDaysMax * DAY_MS)
      throw new InvalidInput('until', 'moderation:error.dayTooFar');
    return end;
  }
  return days ? new Date(Math.ceil((now.getTime() + days * DAY_MS) / HOUR_MS) * HOUR_MS) : null;
}
