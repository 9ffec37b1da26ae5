import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import sanitizeHtml from 'sanitize-html';
import { renderMarkdown } from './render-markdown.js';

// The examples of CommonMark 0.31.2 are licensed CC BY-SA 4.0 and lie beside the repository, not in it.
const FILE = resolve(
  process.env['DATA_SETS'] ?? resolve(import.meta.dirname, '../../../../../../shared/data'),
  'markdown-commonmark/spec-0.31.2.json.gz',
);

interface Example {
  n: number;
  markdown: string;
  html: string;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Every example that we render differently on purpose, by the reason. Outside this list there is none. */
// prettier-ignore
const DIFFERENT_ON_PURPOSE = {
  'raw HTML is text': [21, 31, ...range(148, 191), 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536,
    ...range(613, 617), 623, ...range(625, 631), 642, 643],
  'only known code languages become a class': [24, 34, 144, 146],
  'a foreign image inside a link is its text, not a second link': [517, 531],
  'only http, https, mailto and tel are linked': [596, 598, 599, 601],
  'bare addresses are linked': [602, 608, 611],
};

/** The published HTML, written as our serialiser writes it, with the rules applied that change every post alike. */
function expectedOf(html: string): string {
  const written = sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
  });
  return written
    .replaceAll('<blockquote>\n</blockquote>', '<blockquote></blockquote>')
    .replaceAll('<br />\n', '\n')
    .replace(
      /<(\/?)h([1-6])>/g,
      (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 2)}>`,
    )
    .replace(
      /<img src="([^"]*)" alt="([^"]*)"( title="[^"]*")? \/>/g,
      (_, address: string, text: string, title = '') => `<a href="${address}"${title}>${text || address}</a>`,
    );
}

/** Our HTML without what the examples cannot know: breaks for lines, focusable code, rel, colours. */
function comparableOf(markdown: string): string {
  return renderMarkdown(markdown)
    .html.replaceAll('<br />\n', '\n')
    .replaceAll('<pre tabindex="0">', '<pre>')
    .replaceAll(' rel="ugc nofollow noopener"', '')
    .replace(/<\/?span[^>]*>/g, '');
}

const present = existsSync(FILE);
if (!present) console.warn(`SKIPPED: the CommonMark examples are not at ${FILE} (set DATA_SETS).`);

(present ? describe : describe.skip)('CommonMark 0.31.2', () => {
  const examples = present ? (JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Example[]) : [];

  it('is followed in all 652 examples but those that differ on purpose', () => {
    expect(examples).toHaveLength(652);
    const different = examples.filter(({ markdown, html }) => comparableOf(markdown) !== expectedOf(html));
    const onPurpose = Object.values(DIFFERENT_ON_PURPOSE).flat();
    expect(different.map(({ n }) => n)).toEqual(onPurpose.sort((a, b) => a - b));
  });
});
