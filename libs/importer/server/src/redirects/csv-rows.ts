/** A row of a CSV text. */
export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads CSV after RFC 4180, as spreadsheets write it: with or without byte order mark, separated by what separates the
 * header, comma or semicolon. Empty lines are left out.
 */
export function* csvRows(text: string): Iterable<CsvRow> {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const header = source.slice(0, source.search(/\n|$/));
  const separator = header.includes(';') && !header.includes(',') ? ';' : ',';
  let [line, begin, quoted] = [1, 1, false];
  let [cell, cells]: [string, string[]] = ['', []];
  for (let at = 0; at <= source.length; at += 1) {
    const letter = source[at];
    if (letter === '\n') line += 1;
    if (letter === '"' && quoted && source[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (letter !== undefined && (quoted || (letter !== separator && letter !== '\n'))) cell += letter;
    else {
      [cells, cell] = [[...cells, cell], ''];
      if (letter === separator) continue;
      if (cells.some((said) => said !== '')) yield { line: begin, cells };
      [cells, begin] = [[], line];
    }
  }
}
