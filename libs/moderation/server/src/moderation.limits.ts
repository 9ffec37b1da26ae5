/** Bounds of what reporters and moderators write, in characters after NFC normalisation, and of slow mode. */
export const MODERATION_LIMITS = {
  noteMax: 1000,
  /** What an author says against a decision. */
  objectionMax: 2000,
  reasonMin: 3,
  reasonMax: 500,
  /** What is said beside a ground of the list; the two make one reason. */
  groundWordsMax: 400,
  passageMax: 1000,
  /** Addresses one notice of unlawful content may name. */
  addressesMax: 10,
  explanationMin: 20,
  explanationMax: 5000,
  statementMin: 10,
  caseNumberMax: 60,
  revealExplanationMin: 10,
  /** From a look at who stands behind a persona until its author is told. */
  revealDelayDaysMax: 365,
  nicknameMax: 60,
  /** Chosen one by one; as many more can follow the first of them. */
  splitPostsMax: 50,
  /** A day. */
  slowMinutesMax: 1440,
  /** Beyond it one means: until it is lifted. */
  suspensionDaysMax: 1825,
} as const;
