/** Versions of the texts in `texts/` that people accept when they register; a test keeps both alike. */
export const ACCEPTED_TEXTS = { netiquette: '2026-11-01', privacy: '2026-11-01' } as const;
