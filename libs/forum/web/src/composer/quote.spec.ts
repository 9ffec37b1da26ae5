import { describe, expect, it } from '@jest/globals';
import { quoteHtml, quoteText } from './quote.js';

describe('quotations', () => {
  it('put every line behind a mark and name the author', () => {
    expect(quoteText('eins\nzwei', 'Kranich42')).toBe('> **Kranich42:**\n> \n> eins\n> \n> zwei\n\n');
  });

  it('take the text out of HTML, entities included', () => {
    expect(quoteHtml('<p>a &lt; b</p><p>c</p>', 'K')).toBe(quoteText('a < b\nc', 'K'));
  });

  it('turn an escaped escape back once only', () => {
    expect(quoteHtml('<p>&amp;lt;</p>', 'K')).toContain('> &lt;');
  });

  it('are cut at 1,000 characters', () => {
    expect(quoteText('x'.repeat(5_000), 'K').length).toBeLessThan(1_100);
  });
});
