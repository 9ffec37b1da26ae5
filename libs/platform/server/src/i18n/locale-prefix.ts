import type { Locale } from '../context/request-context.js';

/** @returns below which path of the site a language lies: none for German */
export const localePrefix = (locale: Locale): '' | '/en' => (locale === 'en' ? '/en' : '');
