import type { Credit, ExportedEntry } from '../exported-entry.js';
import { byBoard } from './by-board.js';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/**
 * A fragment to be put into a page: headings from h2, no styles, no scripts. Answers are the sanitised HTML of the
 * community; names of classes and ids begin with `faq`.
 */
export function toHtml(entries: readonly ExportedEntry[], lang: string): string {
  const sections = byBoard(entries).map(
    ([board, inBoard]) => `<h2>${escaped(board)}</h2>\n${inBoard.map(article).join('\n')}`,
  );
  return `<section class="faq" lang="${lang}">\n${sections.join('\n')}\n</section>\n`;
}

const article = ({ publicId, question, answerHtml, credits }: ExportedEntry): string =>
  `<article class="faq-entry" id="faq-${publicId}">
<h3>${escaped(question)}</h3>
<div class="faq-answer">
${answerHtml.trim()}
</div>${credits.map(creditLine).join('')}
</article>`;

/** Beside the answer it belongs to, for texts under a licence that asks for it. */
const creditLine = ({ text, url, licence, licenceUrl }: Credit): string =>
  `\n<p class="faq-credit"><a href="${escaped(url)}">${escaped(text)}</a>, ${
    licenceUrl ? `<a rel="license" href="${escaped(licenceUrl)}">${escaped(licence)}</a>` : escaped(licence)
  }</p>`;
