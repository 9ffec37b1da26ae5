/** Combining marks, which follow the character they belong to. */
export const MARK = /^\p{M}$/u;

const INVISIBLE = /^[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f]$/u;
const SPACE = /^\p{Zs}$/u;
const LINE_BREAK = /^[\u0085\u2028\u2029]$/;
const DASH = /^[\p{Pd}\u2212\u2043]$/u;
const SLASH = /^[\u2044\u2215\u29f8]$/;
const DIGIT = /^\p{Nd}$/u;
/** Full-width and mathematical letters and digits: shapes of plain ones. */
const SHAPED = /^[\uff01-\uff5e\u{1d400}-\u{1d7ff}]$/u;

/** Digits of every script stand in rows of ten, zero first (The Unicode Standard, section 4.6). */
function digitValue(point: number): string {
  let zero = point;
  while (point - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

/**
 * The plain character a reader takes this one for.
 * @param character one character outside ASCII
 * @returns one character, or nothing when a reader sees none
 */
export function plainCharacter(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (LINE_BREAK.test(character)) return '\n';
  if (DASH.test(character)) return '-';
  if (SLASH.test(character)) return '/';
  if (SHAPED.test(character)) return character.normalize('NFKC');
  if (DIGIT.test(character)) return digitValue(character.codePointAt(0)!);
  return character === 'İ' ? 'I' : character; // the one letter that grows when it is made small
}
