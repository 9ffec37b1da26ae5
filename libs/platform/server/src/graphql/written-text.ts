import { z } from 'zod';
import { BIDI_CONTROLS } from '../markdown/bidi-controls.js';

/**
 * Text as people type it, of one or more lines: composed characters (NFC), no control characters but line breaks and tabs,
 * none that turns the reading direction, no blank ends.
 * @param min characters that must remain
 * @param max characters that may remain
 */
export const writtenText = (min: number, max: number) =>
  z
    .string()
    .transform((value) =>
      value
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(BIDI_CONTROLS, '')
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** The same on one line: every run of white space becomes one space. */
export const writtenLine = (min: number, max: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, ' '))
    .pipe(writtenText(min, max));

/** A field no person sees, which stays empty where a person writes. */
export const trap = z
  .string()
  .max(500)
  .nullish()
  .transform((value) => value || null);
