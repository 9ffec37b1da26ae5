import type { Span } from '../finding.js';

/** A cell of a table and the head of its column in small letters. */
export interface HeadedCell {
  readonly head: string;
  readonly cell: Span;
}

const RULE = /^ *\|?[ :|-]*-[ :|-]*$/;

/** What separates the cells of a table that was copied out of a file or a spreadsheet. */
const SEPARATORS = ['\t', ';'] as const;

/** Cells of a row, their surrounding spaces and the outer bars left out. */
function cellsOf(line: string, offset: number, separator: string): Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (const part of line.split(separator)) {
    const from = part.length - part.trimStart().length;
    cells.push({ start: offset + start + from, end: offset + start + Math.max(from, part.trimEnd().length) });
    start += part.length + 1;
  }
  return cells;
}

const headsOf = (line: string, separator: string) =>
  line
    .toLowerCase()
    .split(separator)
    .map((head) => head.trim());

/** Cells of the body of every Markdown table. */
function* barredColumns(lines: readonly string[]): Iterable<HeadedCell> {
  let heads: readonly string[] | null = null;
  let [offset, before] = [0, ''];
  for (const line of lines) {
    if (line.includes('|') && line.includes('-') && RULE.test(line)) heads = headsOf(before, '|');
    else if (!line.includes('|')) heads = null;
    else if (heads)
      for (const [column, cell] of cellsOf(line, offset, '|').entries()) {
        const head = heads[column];
        if (head && cell.end > cell.start) yield { head, cell };
      }
    before = line;
    offset += line.length + 1;
  }
}

/** Cells of lines below one another that a sign separates into as many cells as the first of them has. */
function* separatedColumns(lines: readonly string[], separator: string): Iterable<HeadedCell> {
  let heads: readonly string[] = [];
  let offset = 0;
  for (const line of lines) {
    const cells = line.includes(separator) ? cellsOf(line, offset, separator) : [];
    if (cells.length < 2 || cells.length !== heads.length)
      heads = cells.length < 2 ? [] : headsOf(line, separator);
    else
      for (const [column, cell] of cells.entries()) {
        const head = heads[column];
        if (head && cell.end > cell.start) yield { head, cell };
      }
    offset += line.length + 1;
  }
}

/**
 * Cells of the body of every table, as Markdown, tabs or semicolons make one, with the head of their column.
 * @param text reading of a text
 */
export function* announcedColumns(text: string): Iterable<HeadedCell> {
  const lines = text.split('\n');
  if (text.includes('|')) yield* barredColumns(lines);
  for (const separator of SEPARATORS) if (text.includes(separator)) yield* separatedColumns(lines, separator);
}
