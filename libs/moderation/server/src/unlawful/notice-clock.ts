/** Days in which a notice is to be decided; the law says "in a timely manner". */
const NOTICE_DAYS = 7;
const DAY_MS = 24 * 3_600_000;

/** @param from when it came in, or when its decision was taken back */
export const noticeDueAt = (from: Date): Date => new Date(from.getTime() + NOTICE_DAYS * DAY_MS);
