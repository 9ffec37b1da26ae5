/** An extension behind a number, announced by a word or sign. */
const EXTENSION =
  /^(?: ?[x#]| ?,? ?\(?(?:ext(?:ension)?|app(?:arat)?|durchwahl|dw|nst|nebenstelle|kl(?:appe)?)[.:]? ?-?) ?[0-9]{1,6}(?![0-9])\)?/i;
/** Further extensions behind the first: *-23 oder -25*, and blocks in brackets: *[0-99]*. */
const OTHERS =
  /^(?:(?: ?(?:,|\/|oder|und|or|and) ?-[0-9]{1,4}(?![0-9/.])){1,4}| ?\[[0-9]{1,4} ?- ?[0-9]{1,4}\])/i;
/** To which extension a block goes: *-0 bis -99*, *00 bis 99*, *4490-0 bis 4490-49*, *100…199*. */
const RANGE = /^ ?-?(?:(?:bis|to) |\.{2,3}|…) ?-?(?:[0-9]{2,6}-)?[0-9]{1,5}(?![0-9:]|[-.,/ ][0-9])/i;

/**
 * Where a telephone number ends with its extension, or as a block of numbers.
 * @param end where its own digits end
 */
export function tailOf(text: string, end: number): number {
  if (/[0-9\n]/.test(text[text[end] === ' ' ? end + 1 : end] ?? '\n')) return end;
  const extension = EXTENSION.exec(text.slice(end, end + 32))?.[0] ?? '';
  const behind = end + extension.length;
  const range = RANGE.exec(text.slice(behind, behind + 24))?.[0] ?? '';
  if (range) return behind + range.length;
  return behind + (OTHERS.exec(text.slice(behind, behind + 48))?.[0].length ?? 0);
}
