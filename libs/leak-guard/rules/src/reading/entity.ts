const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

/** Named references with which numbers and addresses are taken apart; others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  commat: '@',
  period: '.',
  plus: '+',
  sol: '/',
  colon: ':',
  equals: '=',
  num: '#',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  lpar: '(',
  rpar: ')',
};

/**
 * The character reference at a place, which Markdown shows as the character it stands for.
 * @returns what is shown and how many code units it takes in the source, or null when there is no reference
 */
export function entityAt(source: string, index: number): { shown: string; length: number } | null {
  ENTITY.lastIndex = index;
  const match = ENTITY.exec(source);
  if (!match) return null;
  const [all, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const shown = NAMED[name];
    return shown === undefined ? null : { shown, length: all.length };
  }
  const point = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  if (point === 0 || point > 0x10ffff) return null;
  return { shown: String.fromCodePoint(point), length: all.length };
}
