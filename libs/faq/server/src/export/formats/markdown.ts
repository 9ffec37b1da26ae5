import type { Credit, ExportedEntry } from '../exported-entry.js';
import { byBoard } from './by-board.js';

/** One Markdown document: boards as second, questions as third headings, answers as they were written. */
export function toMarkdown(entries: readonly ExportedEntry[]): string {
  const sections = byBoard(entries).map(
    ([board, inBoard]) =>
      `## ${literal(board)}\n\n${inBoard
        .map(
          ({ question, answerMd, credits }) =>
            `### ${literal(question)}\n\n${answerMd.trim()}\n${credits.map(creditLine).join('')}`,
        )
        .join('\n')}`,
  );
  return `# FAQ\n\n${sections.join('\n')}`;
}

const creditLine = ({ text, url, licence, licenceUrl }: Credit): string =>
  `\n[${literal(text)}](<${url}>), ${licenceUrl ? `[${literal(licence)}](<${licenceUrl}>)` : literal(licence)}\n`;

/** Text that means itself, whatever signs it has. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
