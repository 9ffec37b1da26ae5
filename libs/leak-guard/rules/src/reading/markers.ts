/** Codes dialled on a telephone, such as `*100#` or `**21*0171 1234567#`: their stars mean something (3GPP TS 22.030, 6.5.2). */
const STAR_CODE = /[*#]{1,2}\d{1,3}(?:\*{1,2}\+?(?:\d[ /-]?){0,20}){0,4}#/y;
/** Longer runs are taken in pieces, so that a page full of stars costs no more than a page of text. */
const RUN = /\*{1,8}|`{1,8}|~{2,8}|_{1,8}/y;
const WORD = /[\p{L}\p{N}]/u;
const DIGIT = /[0-9]/;

/**
 * How many code units of telephone code stand at a place.
 * @returns 0 when there is none
 */
export function starCodeAt(source: string, index: number): number {
  if (index > 0 && DIGIT.test(source[index - 1]!)) return 0;
  STAR_CODE.lastIndex = index;
  return STAR_CODE.exec(source)?.[0].length ?? 0;
}

/**
 * How many code units of Markdown emphasis, strike-through or code marks stand at a place: signs that a reader of the
 * page does not see. A star before a list entry and an underscore inside a word are no such marks.
 * @returns 0 when there are none
 */
export function markerAt(source: string, index: number): number {
  RUN.lastIndex = index;
  const run = RUN.exec(source)?.[0];
  if (!run) return 0;
  const before = source[index - 1] ?? ' ';
  const after = source[index + run.length] ?? ' ';
  if (run[0] === '_') return WORD.test(before) !== WORD.test(after) ? run.length : 0;
  return before.trim() !== '' || after.trim() !== '' ? run.length : 0;
}
