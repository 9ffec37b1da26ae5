import sanitizeHtml from 'sanitize-html';
import { renderMarkdown } from './render-markdown.js';

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Elements whose end is a new line. */
const LINE_ELEMENTS = 'p h1 h2 h3 h4 h5 h6 blockquote pre li tr div dt dd'.split(' ');

/** Elements that leave a space, so that the row stays one line and its cells stay apart. */
const CELL_ELEMENTS = ['td', 'th'];

const LINE_END = new RegExp(`</(?:${LINE_ELEMENTS.join('|')})>|<[bh]r />`, 'g');
const CELL_END = new RegExp(`</(?:${CELL_ELEMENTS.join('|')})>\\s*`, 'g');

/**
 * The text of an HTML fragment, for search, mails and descriptions: one line per paragraph, item, row or line of code;
 * images by their alternative text; no scripts, styles or markup.
 */
export function plainTextOfHtml(html: string): string {
  // The sanitiser leaves bare tags and escapes all other angle brackets, so plain patterns are enough from here on.
  const skeleton = sanitizeHtml(html, {
    allowedTags: [...LINE_ELEMENTS, ...CELL_ELEMENTS, 'br', 'hr', 'span'],
    allowedAttributes: {},
    transformTags: { img: (_tag, { alt }) => ({ tagName: 'span', attribs: {}, text: alt ?? '' }) },
  });
  return skeleton
    .replace(CELL_END, ' ')
    .replace(LINE_END, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The text of a Markdown source, as {@link plainTextOfHtml} of what it renders to. Same bounds as `renderMarkdown`. */
export const plainTextOfMarkdown = (source: string): string => plainTextOfHtml(renderMarkdown(source).html);

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The last place at or before `limit` that does not tear a letter from its accents or an emoji apart. */
const lastBoundary = (text: string, limit: number): number =>
  graphemes.segment(text).containing(limit)?.index ?? 0;

/**
 * The beginning of a text on one line, cut behind a word and marked with an ellipsis where something is missing.
 *
 * @param maxLength Most UTF-16 code units of the result, the ellipsis included; at least 1.
 */
export function excerpt(text: string, maxLength: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= maxLength) return line;
  const head = line.slice(0, lastBoundary(line, maxLength - 1));
  const endsWithWord = line[head.length] === ' ';
  const lastSpace = head.lastIndexOf(' ');
  const words = endsWithWord || lastSpace < 0 ? head : head.slice(0, lastSpace);
  return words.replace(/[\s,;:.–—-]+$/u, '') + '…';
}

/** The first line of a text that says something, without surrounding space; empty where there is none. */
export const firstLine = (text: string): string => /\S.*/.exec(text)?.[0].trimEnd() ?? '';
