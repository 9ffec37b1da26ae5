import { findLeaks } from '../find-leaks.js';
import type { LeakKind } from '../finding.js';
import { type GuardSettings, PLAIN_SETTINGS } from '../settings.js';

/** What the guard finds of one kind, as it stands in the text. */
export const found = (text: string, kind: LeakKind, settings: Partial<GuardSettings> = {}): string[] =>
  findLeaks(text, { ...PLAIN_SETTINGS, ...settings })
    .filter((finding) => finding.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

/** Everything the guard finds, as `kind: text`. */
export const allFound = (text: string, settings: Partial<GuardSettings> = {}): string[] =>
  findLeaks(text, { ...PLAIN_SETTINGS, ...settings }).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
