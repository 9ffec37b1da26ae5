/** Bounds of what members write, in characters after NFC normalisation; one table for code, forms and tests. */
export const FORUM_LIMITS = {
  titleMin: 8,
  titleMax: 150,
  bodyMin: 2,
  bodyMax: 30_000,
  tagsMax: 5,
  tagMax: 30,
  reasonMax: 500,
} as const;
