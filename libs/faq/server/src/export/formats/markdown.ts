import type { ExportedEntry } from '../../storage/faq-entry.repository.js';
import { byBoard } from './by-board.js';

/** One Markdown document: boards as second, questions as third headings, answers as they were written. */
export function toMarkdown(entries: readonly ExportedEntry[]): string {
  const sections = byBoard(entries).map(
    ([board, inBoard]) =>
      `## ${literal(board)}\n\n${inBoard
        .map(({ question, answerMd }) => `### ${literal(question)}\n\n${answerMd.trim()}\n`)
        .join('\n')}`,
  );
  return `# FAQ\n\n${sections.join('\n')}`;
}

/** Text that means itself, whatever signs it has. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
