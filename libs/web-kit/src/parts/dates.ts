/** So many days a time is told as a distance ("vor 3 Stunden"); what is older, as its date. */
export const RELATIVE_DAYS = 7;

/** Ways to write a point in time: its day; its day and time; both in full, for titles; with the weekday; its month. */
const STYLES = {
  day: { dateStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  full: { dateStyle: 'long', timeStyle: 'short' },
  weekday: { dateStyle: 'full' },
  weekdayMinute: { dateStyle: 'full', timeStyle: 'short' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof STYLES;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are costly to make and few. */
function formatOf(locale: string, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { ...STYLES[style], timeZone });
  formats.set(key, format);
  return format;
}

/**
 * The one way to write a date: 22.11.2026 in German, 22 Nov 2026 in English.
 *
 * @param at ISO 8601
 * @param timeZone a name of the IANA database
 */
export const writeDate = (at: string, style: DateStyle, locale: string, timeZone: string): string =>
  formatOf(locale, style, timeZone).format(new Date(at));

/**
 * What a field for a day, or for a day and a time, holds: Sonntag, 22. November 2026 um 08:00.
 *
 * @param value `2026-11-22` or `2026-11-22T08:00`, as clocks on the wall show it
 * @returns nothing where that is no date
 */
export function writeChosenDate(value: string, locale: string): string {
  const withTime = value.includes('T');
  const at = withTime ? `${value}Z` : value; // no zone: it is written as it was chosen
  if (Number.isNaN(Date.parse(at))) return '';
  return writeDate(at, withTime ? 'weekdayMinute' : 'weekday', locale, 'UTC');
}

/** @param month `2026-11` */
export const writeMonth = (month: string, locale: string): string =>
  writeDate(`${month}-01`, 'month', locale, 'UTC');

/**
 * The version of a text, called by its day; a second one of the day bears its number: 22.11.2026 (2).
 *
 * @param version `2026-11-22` or `2026-11-22.2`
 */
export function writeVersion(version: string, locale: string): string {
  const [day, number] = version.split('.') as [string, string?];
  const written = writeDate(day, 'day', locale, 'UTC');
  return number ? `${written} (${number})` : written;
}
