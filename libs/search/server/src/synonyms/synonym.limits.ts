/** Bounds of what staff says means the same. */
export const SYNONYM_LIMITS = {
  groupsMax: 500,
  wordsMin: 2,
  wordsMax: 10,
  /** Characters of a word, which may be several written apart. */
  wordLengthMin: 2,
  wordLengthMax: 60,
  /** Characters of a whole group as it is sent: ten words, and what stands between them. */
  textMax: 800,
  /** Words written apart that are looked up together. */
  togetherMax: 4,
  /** Words that a term is searched by besides itself. */
  alternativesMax: 20,
  /** Searches for which a preview says what would change, and how many of those it names. */
  previewedMax: 100,
  effectsMax: 20,
  /** Titles that a preview names before and after. */
  titlesMax: 3,
} as const;
