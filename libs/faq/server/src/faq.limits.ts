/** Bounds of what editors write, in characters after NFC normalisation. An answer may be as long as the post it is from. */
export const FAQ_LIMITS = {
  questionMin: 8,
  questionMax: 200,
  answerMin: 2,
  answerMax: 30_000,
} as const;
