import type { StateCore, Token } from 'markdown-it';

/** Longest name of a table for screen readers, in characters. */
const NAME_MAX_LENGTH = 80;

const ALIGNMENT = /text-align:(left|center|right)/;

/** A table is named by its column headings: they need no translation. */
function nameOf(tokens: Token[], tableIndex: number): string {
  const headings: string[] = [];
  for (let index = tableIndex; tokens[index] && tokens[index]!.type !== 'thead_close'; index += 1) {
    if (tokens[index]!.type === 'inline' && tokens[index]!.content) headings.push(tokens[index]!.content);
  }
  return headings.join(', ').slice(0, NAME_MAX_LENGTH);
}

/** Inline styles are forbidden by the content security policy: alignment becomes a class. */
function alignByClass(cell: Token): void {
  const alignment = ALIGNMENT.exec(String(cell.attrGet('style') ?? ''));
  if (alignment) cell.attrs = [['class', `align-${alignment[1]}`]];
}

/** Puts each table into a box that scrolls on narrow screens and can be reached and scrolled with the keyboard. */
export function wrapTables(state: StateCore): void {
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token);
    if (token.type === 'table_open') {
      const box = new state.Token('table_box_open', 'div', 1);
      box.block = true;
      box.attrs = [
        ['class', 'table-scroll'],
        ['tabindex', '0'],
      ];
      const name = nameOf(tokens, index);
      if (name) box.attrs.push(['role', 'group'], ['aria-label', name]);
      return [box, token];
    }
    if (token.type === 'table_close') {
      const end = new state.Token('table_box_close', 'div', -1);
      end.block = true;
      return [token, end];
    }
    return [token];
  });
}
