import type { Span } from '../finding.js';

/** A cell of a table and the head of its column in small letters. */
export interface HeadedCell {
  readonly head: string;
  readonly cell: Span;
}

const RULE = /^ *\|?[ :|-]*-[ :|-]*$/;

/** Cells of a row, their surrounding spaces and the outer bars left out. */
function cellsOf(line: string, offset: number): Span[] {
  const cells: Span[] = [];
  let start = 0;
  for (const part of line.split('|')) {
    const from = part.length - part.trimStart().length;
    cells.push({ start: offset + start + from, end: offset + start + Math.max(from, part.trimEnd().length) });
    start += part.length + 1;
  }
  return cells;
}

/**
 * Cells of the body of every Markdown table, with the head of their column.
 * @param text reading of a text
 */
export function* announcedColumns(text: string): Iterable<HeadedCell> {
  if (!text.includes('|')) return;
  let heads: readonly string[] | null = null;
  let [offset, before] = [0, ''];
  for (const line of text.split('\n')) {
    if (line.includes('|') && line.includes('-') && RULE.test(line)) {
      heads = before
        .toLowerCase()
        .split('|')
        .map((head) => head.trim());
    } else if (!line.includes('|')) {
      heads = null;
    } else if (heads) {
      for (const [column, cell] of cellsOf(line, offset).entries()) {
        const head = heads[column];
        if (head && cell.end > cell.start) yield { head, cell };
      }
    }
    before = line;
    offset += line.length + 1;
  }
}
