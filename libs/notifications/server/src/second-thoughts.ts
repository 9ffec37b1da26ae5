/**
 * Waiting time between an act and the mail that tells of it: two minutes to correct, delete or take back without anybody
 * noticing, and up to one more at random. Whoever gets the mail knows when it came; by the second it would tell when an
 * anonymous author wrote, which the page shows to the quarter of an hour only. It is the same for everybody.
 */
export const SECOND_THOUGHTS = { delaySeconds: 120, spreadSeconds: 60 } as const;

/** What was taken back within that time was told to nobody. @param decidedAt and `takenBackAt`: ISO 8601 */
export const wasTold = (decidedAt: string, takenBackAt: string): boolean =>
  Date.parse(takenBackAt) - Date.parse(decidedAt) >= SECOND_THOUGHTS.delaySeconds * 1000;
