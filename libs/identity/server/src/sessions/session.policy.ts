/** How long one may stay signed in (ASVS 7.1.1); read by code and tests alike. */
export const SESSION_POLICY = {
  /** Unused for so long, it ends. */
  idleDays: 14,
  /** However much it is used, it ends. */
  absoluteDays: 90,
  /** Its use is noted no more often than this, to save a write per page. */
  noteUseMinutes: 10,
} as const;

const DAY_MS = 86_400_000;
export const IDLE_MS = SESSION_POLICY.idleDays * DAY_MS;

/** Instants kept in the session, in milliseconds since 1970. */
export interface SessionTimes {
  readonly begunAt: number;
  readonly usedAt: number;
}

/** @returns what is to be done with a session at `now` */
export function judgeSession(
  { begunAt, usedAt }: SessionTimes,
  now: number,
): 'valid' | 'note-use' | 'expired' {
  if (now - begunAt >= SESSION_POLICY.absoluteDays * DAY_MS || now - usedAt >= IDLE_MS) return 'expired';
  return now - usedAt >= SESSION_POLICY.noteUseMinutes * 60_000 ? 'note-use' : 'valid';
}
