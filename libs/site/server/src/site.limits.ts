/** Bounds of what the operator may write, in characters. */
export const SITE_LIMITS = {
  nameMax: 60,
  incidentMax: 400,
  linkMax: 500,
} as const;
