/** Longest slug, in characters. */
export const SLUG_MAX_LENGTH = 80;

/** Letters that German and its neighbours spell out and that do not fall apart into a letter and an accent. */
// prettier-ignore
const SPELLED_OUT: Record<string, string> = {
  ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', å: 'aa', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i',
};

/**
 * The readable part of an address: small letters, digits and single hyphens. It names nothing by itself, the id beside
 * it does.
 *
 * @param title Any text; only its beginning is used.
 * @param fallback Given back where no letter or digit is left, such as the kind of thing: `thread`.
 */
export function slugify(title: string, fallback: string): string {
  const words = title
    .slice(0, 4 * SLUG_MAX_LENGTH)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => SPELLED_OUT[letter]!)
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = words.shift()?.slice(0, SLUG_MAX_LENGTH) ?? fallback;
  for (const word of words) {
    if (slug.length + 1 + word.length > SLUG_MAX_LENGTH) break;
    slug += `-${word}`;
  }
  return slug;
}
