import TurndownService from 'turndown';
import { codeRules } from './code-rules.js';
import { linkRules } from './link-rules.js';
import { tableRules } from './table-rules.js';
import { textRules } from './text-rules.js';

/** What the conversion must know of the site. */
export interface ConversionContext {
  /** Host name of the old site, such as `iot.stackexchange.com`; null leaves addresses like `/q/12` as they are. */
  readonly site: string | null;
}

/** A function that turns one HTML body into Markdown. Reusable; keeps nothing between calls. */
export type HtmlToMarkdown = (html: string) => string;

/**
 * Builds the converter for the HTML of Stack Exchange bodies. Its Markdown is meant for a CommonMark renderer with
 * tables and strike-through, in which raw HTML is shown as text and a line end is a line break: nothing it writes
 * relies on HTML, and a text that merely looks like Markdown or like an entity is escaped.
 *
 * Why from HTML, although `PostHistory` holds the authors' Markdown: that dialect knows raw HTML, hard-wrapped lines and
 * headings without a space. Rendered by our rules, 9 % of the posts of one real dump and 15 % of another lost or showed
 * something else than their readers had seen, and a quarter changed their structure.
 */
export function createHtmlToMarkdown(context: ConversionContext): HtmlToMarkdown {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  const escapeMarkdown = turndown.escape.bind(turndown);
  turndown.escape = (text) => escapeText(escapeMarkdown(text));
  for (const [name, rule] of Object.entries({
    ...textRules,
    ...codeRules,
    ...tableRules,
    ...linkRules(context),
  })) {
    turndown.addRule(name, rule as TurndownService.Rule); // their types ask for the browser's DOM
  }
  turndown.remove(['script', 'style', 'noscript', 'iframe', 'object', 'title']);
  return (html) => turndown.turndown(html).trim();
}

/** Completes Turndown's escaping for a renderer with strike-through, autolinks and entities, and takes back needless escapes. */
function escapeText(text: string): string {
  return text
    .replace(/&(?=#?\w{1,32};)/g, '\\&') // `&lt;` was written to be read as `&lt;`
    .replace(/<(?=[A-Za-z][\w+.-]*[:@])/g, '\\<') // would become an autolink
    .replace(/^(\d{1,9})\)(?=\s|$)/, '$1\\)') // would begin a list
    .replace(/~~/g, '\\~\\~')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_'); // never emphasis within a word, and it would cut bare addresses
}
