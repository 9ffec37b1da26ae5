import type { LeakKind } from '../../finding.js';

/**
 * How customers write what gives them away, in German and English: in sentences, in mails, tables, logs and files of
 * settings, typed in a hurry, printed or read by a machine. Between ⟦ and ⟧ stands what the guard is to find, as the kind
 * it stands under; texts of `nothing` have no such place. All persons and numbers are invented.
 */
export type MarkedTexts = Readonly<Partial<Record<LeakKind | 'nothing', readonly string[]>>>;

/** @returns the text without its marks, and what stands between them */
export function unmarked(marked: string): { text: string; values: string[] } {
  const values = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), ([, value]) => value!);
  return { text: marked.replace(/[⟦⟧]/g, ''), values };
}
