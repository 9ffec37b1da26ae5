/** Thanks are credited in steps of so many; what is left over waits for the next batch. */
export const CREDIT_STEP = 5;

/** A batch credits so many accounts at once or none: a single one would be told by the moment. */
export const FEWEST_CREDITED = 5;

/**
 * What a batch credits. Everybody can read the totals of nicknames and the thanks of anonymous posts, and compare how both grow;
 * whole steps for several people at the same moment leave little to compare.
 * @param due thanks by account that were counted and not credited yet, whole and >= 0
 * @returns what is credited, by account; accounts that get nothing are left out
 */
export function creditsOfBatch(due: ReadonlyMap<string, number>): Map<string, number> {
  const credits = [...due].flatMap(([account, kudos]) => {
    const whole = Math.floor(kudos / CREDIT_STEP) * CREDIT_STEP;
    return whole > 0 ? [[account, whole] as const] : [];
  });
  return new Map(credits.length >= FEWEST_CREDITED ? credits : []);
}
