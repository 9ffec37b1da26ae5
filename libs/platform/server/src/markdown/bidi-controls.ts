/**
 * Bidirectional overrides and isolates: they make a text, and what follows it on its line, read differently from what it
 * says. The marks that texts from right to left need (U+200E, U+200F) are none of them.
 */
export const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
