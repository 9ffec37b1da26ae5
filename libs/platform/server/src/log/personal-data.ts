/** What the words of an error may say of a person: addresses of mail and network, and values that PostgreSQL quotes. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[mail]'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '[address]'],
  [/(?<![\w:])(?:[\da-f]{0,4}:){3,7}[\da-f]{1,4}(?![\w:])/gi, '[address]'],
  [/(invalid input [^:\n]*: )"[^\n]*"/g, '$1[value]'],
  [/(value )"[^"\n]*"( is out of range)/g, '$1[value]$2'],
];

/** @returns the text without what may belong to a person; the log of a community outlives an erasure */
export const withoutPersonalData = (text: string): string =>
  PERSONAL.reduce((cleaned, [pattern, word]) => cleaned.replace(pattern, word), text);
