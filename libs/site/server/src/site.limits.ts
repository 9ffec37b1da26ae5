/** Bounds of what the operator may write, in characters. */
export const SITE_LIMITS = {
  nameMax: 60,
  incidentMax: 400,
  linkMax: 500,
  offerTitleMax: 80,
  offerTextMax: 400,
  pictureAltMax: 200,
  /** Longest path of a picture. */
  pathMax: 60,
  /** Of each kind of what the leak guard is told. */
  guardLines: 20,
  guardLineMax: 120,
} as const;
