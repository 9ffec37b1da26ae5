import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MARKDOWN_MAX_LENGTH, renderMarkdown } from './render-markdown.js';

const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const nested = (open: string, close: string, length: number): string => {
  const depth = Math.floor(length / (open.length + close.length + 1));
  return `${open.repeat(depth)}x${close.repeat(depth)}`;
};
const stairs = (length: number): string =>
  Array.from({ length: Math.floor(Math.sqrt(length)) - 2 }, (_, depth) => `${'  '.repeat(depth)}- x`)
    .join('\n')
    .slice(0, length);

/** Sources of a given length that have brought Markdown parsers to their knees. */
const HOSTILE: Record<string, (length: number) => string> = {
  'quotes in quotes': (length) => filled('>', length),
  'a lazy line below deep quotes': (length) => `${'>'.repeat(60)}a\n${filled('b\n', length - 62)}`,
  'lists in lists': stairs,
  'list markers on one line': (length) => filled('- ', length),
  'opening brackets': (length) => filled('[', length),
  'brackets in brackets': (length) => nested('[', ']', length),
  'links in links': (length) => nested('[', '](a)', length),
  'images in images': (length) => filled('![', length),
  'unclosed link addresses': (length) => filled('[a](<b', length),
  'unclosed link titles': (length) => filled('[a](b "', length),
  'unclosed references': (length) => filled('[a][', length),
  'unclosed definitions': (length) => filled('[a]: u "\n', length),
  'emphasis that opens only': (length) => filled('*a **a ', length),
  'emphasis in emphasis': (length) => nested('*a ', ' a*', length),
  'emphasis of two kinds': (length) => filled('_*', length),
  'strikethrough that opens only': (length) => filled('~~a ', length),
  'unclosed code': (length) => filled('`a``b```c', length),
  'angle brackets': (length) => filled('<', length),
  'unclosed comments': (length) => filled('<!--', length),
  'half entities': (length) => filled('&amp', length),
  'bare addresses': (length) => filled('https://', length),
  'mail addresses': (length) => filled('mailto:a@', length),
  'closing marks of headings': (length) => `# ${filled(' #', length - 2)}`,
};

describe('work on hostile sources', () => {
  const charCodeAt = String.prototype.charCodeAt;
  let charactersRead = 0;

  beforeEach(() => {
    charactersRead = 0;
    String.prototype.charCodeAt = function (index) {
      charactersRead += 1;
      return charCodeAt.call(this, index);
    };
  });
  afterEach(() => {
    String.prototype.charCodeAt = charCodeAt;
  });

  const readIn = (source: string): number => {
    const before = charactersRead;
    renderMarkdown(source);
    return charactersRead - before;
  };

  // Counted, not timed: every scan of the parser goes through charCodeAt.
  it.each(Object.entries(HOSTILE))('%s: twice the length reads twice the characters', (_name, make) => {
    const half = readIn(make(MARKDOWN_MAX_LENGTH / 2));
    const whole = readIn(make(MARKDOWN_MAX_LENGTH));
    expect(half).toBeGreaterThan(0);
    expect(whole).toBeLessThan(2.2 * half);
    expect(whole).toBeLessThan(120 * MARKDOWN_MAX_LENGTH);
  });
});

describe('size of the result', () => {
  const sizeOf = (source: string): number => renderMarkdown(source).html.length;

  it('shows a source as code that refers to a long address thousands of times', () => {
    const address = `/${'u'.repeat(1_900)}`;
    const bomb = `[a]: ${address}\n\n${filled('[a]', MARKDOWN_MAX_LENGTH - address.length - 10)}`;
    expect(sizeOf(bomb)).toBeLessThan(2 * MARKDOWN_MAX_LENGTH);
    expect(renderMarkdown(bomb).html).toMatch(/^<pre tabindex="0"><code>\[a\]:/);
  });

  it('shows a source as code whose table fills up tens of thousands of cells', () => {
    const columns = 2_000;
    const bomb = `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(5_000)}`;
    expect(sizeOf(bomb)).toBeLessThan(2 * MARKDOWN_MAX_LENGTH);
  });

  it('keeps elements from nesting without end', () => {
    let depth = 0;
    let deepest = 0;
    for (const [tag] of renderMarkdown(nested('*a ', ' a*', MARKDOWN_MAX_LENGTH)).html.matchAll(/<\/?\w+/g)) {
      depth += tag.startsWith('</') ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    expect(deepest).toBeLessThanOrEqual(256);
  });

  it.each(Object.entries(HOSTILE))('%s stays below ten times the source', (_name, make) => {
    expect(sizeOf(make(MARKDOWN_MAX_LENGTH))).toBeLessThan(10 * MARKDOWN_MAX_LENGTH);
  });
});
