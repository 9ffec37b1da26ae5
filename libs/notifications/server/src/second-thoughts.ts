/**
 * Waiting time between an act and the mail that tells of it: two minutes to correct, delete or take back without anybody
 * noticing, and up to one more at random. Whoever gets the mail knows when it came; by the second it would tell when an
 * anonymous author wrote, which the page shows to the quarter of an hour only. It is the same for everybody.
 */
export const SECOND_THOUGHTS = { delaySeconds: 120, spreadSeconds: 60 } as const;
