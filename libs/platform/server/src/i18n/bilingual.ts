import type { Locale } from '../context/request-context.js';

/** Something the operator has named in both languages. */
export interface Bilingual {
  readonly nameDe: string;
  readonly nameEn: string;
}

/** @returns its name in a language */
export const nameIn = (locale: Locale, { nameDe, nameEn }: Bilingual): string =>
  locale === 'en' ? nameEn : nameDe;
