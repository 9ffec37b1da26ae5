import { plainTextOfHtml } from '@kundig/platform/server';
import { stringify } from 'csv-stringify/sync';
import type { ExportedEntry } from '../exported-entry.js';

/**
 * RFC 4180 for spreadsheets: a byte order mark, so that umlauts are read right, and an apostrophe before every cell that
 * would be taken for a formula.
 */
export function toCsv(entries: readonly ExportedEntry[], lang: string): string {
  const rows = entries.map(({ publicId, board, question, answerMd, answerHtml, credits }) => ({
    id: publicId,
    lang,
    board,
    question,
    answer: plainTextOfHtml(answerHtml),
    answer_markdown: answerMd,
    credit: credits.map(({ text, url, licence }) => `${text}, ${licence}, ${url}`).join(' · '),
  }));
  return stringify(rows, {
    header: true,
    columns: ['id', 'lang', 'board', 'question', 'answer', 'answer_markdown', 'credit'],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
