import { attribute, block, contains, type HtmlNode, type Rules } from './rule.js';

/** What the rules for rows and cells ask about their table. */
interface TableShape {
  /** Whether it fits the tables of Markdown, whose cells hold running text only. */
  readonly isGrid: boolean;
  readonly firstRow: HtmlNode | undefined;
}

// Asked for every cell, and answering means walking the whole table.
const shapes = new WeakMap<HtmlNode, TableShape>();

function shapeAround(node: HtmlNode): TableShape | null {
  let table = node.parentNode;
  while (table && table.nodeName !== 'TABLE') table = table.parentNode;
  if (table === null) return null;
  const known = shapes.get(table);
  if (known) return known;
  const isGrid = !contains(table, 'table', 'pre', 'ul', 'ol', 'blockquote');
  const shape = { isGrid, firstRow: table.getElementsByTagName('tr')[0] };
  shapes.set(table, shape);
  return shape;
}

/** Cells that a row spans. Bounded, because `colspan` is the author's. */
const width = (row: HtmlNode): number => Array.from(row.children).reduce((sum, cell) => sum + span(cell), 0);
const span = (cell: HtmlNode): number =>
  Math.min(20, Math.max(1, Number.parseInt(attribute(cell, 'colspan'), 10) || 1));

const separator = (columns: number): string => `|${' --- |'.repeat(columns)}`;

/** Rules for tables. A table that Markdown cannot draw becomes its cells, one below the other: nothing is lost. */
export const tableRules: Rules = {
  cell: {
    filter: ['td', 'th'],
    replacement: (content, node) => {
      if (!shapeAround(node)?.isGrid) return block(content.trim());
      const text = content
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replace(/(?<!\\)\|/g, '\\|');
      return ` ${text} |${'  |'.repeat(span(node) - 1)}`;
    },
  },
  row: {
    filter: 'tr',
    replacement: (content, node) => {
      const table = shapeAround(node);
      if (!table?.isGrid) return block(content.trim());
      if (table.firstRow !== node) return `\n|${content}`;
      const columns = width(node);
      // Markdown asks for a head; a table without one gets an empty one.
      return node.getElementsByTagName('th').length > 0
        ? `\n|${content}\n${separator(columns)}`
        : `\n|${'  |'.repeat(columns)}\n${separator(columns)}\n|${content}`;
    },
  },
  rowGroup: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content },
  caption: { filter: 'caption', replacement: (content) => block(content.trim()) },
  table: { filter: 'table', replacement: (content) => block(content.trim()) },
};
