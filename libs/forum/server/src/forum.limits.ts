/** Bounds of what members write, in characters after NFC normalisation; one table for code, forms and tests. */
export const FORUM_LIMITS = {
  titleMin: 8,
  titleMax: 150,
  bodyMin: 2,
  bodyMax: 30_000,
  tagsMax: 5,
  tagMax: 30,
  reasonMax: 500,
  boardNameMax: 60,
  boardDescriptionMax: 300,
  questionFields: 3,
  detailLabelMax: 40,
  detailMax: 120,
  choicesMax: 20,
  feedSize: 20,
} as const;
