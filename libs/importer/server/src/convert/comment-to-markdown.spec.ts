import { describe, expect, it } from '@jest/globals';
import { commentToMarkdown } from './comment-to-markdown.js';

describe('commentToMarkdown', () => {
  it('keeps what comments know: emphasis, code, links', () => {
    const text = '@ann *that* is **it**, see `a < b` and [this](http://a.example)';
    expect(commentToMarkdown(text, null)).toBe(text);
  });

  it.each([
    ['# one', '\\# one'],
    ['> two', '\\> two'],
    ['- three', '\\- three'],
    ['1. four', '1\\. four'],
    ['2) five', '2\\) five'],
    ['six\n---', 'six\n\\---'],
    ['![seven](http://a.example/b.png)', '!\\[seven](http://a.example/b.png)'],
    ['    eight', 'eight'],
    ['```\nnine', '\\```\nnine'],
    ['| ten |', '\\| ten |'],
  ])('takes %j for text', (text, markdown) => {
    expect(commentToMarkdown(text, null)).toBe(markdown);
  });

  it('completes links to the old site', () => {
    expect(commentToMarkdown('[help](/help) [x](//a.example)', 'iot.example')).toBe(
      '[help](https://iot.example/help) [x](//a.example)',
    );
  });
});
