/** Bounds of what reporters and moderators write, in characters after NFC normalisation. */
export const MODERATION_LIMITS = { noteMax: 1000, reasonMin: 3, reasonMax: 500 } as const;
