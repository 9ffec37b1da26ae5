import { describe, expect, it } from '@jest/globals';
import { namesMentionedIn, renderMarkdown } from './render-markdown.js';

const memberPaths = new Map([['kranich42', '/u/Kranich42']]);
const html = (source: string) => renderMarkdown(source, { memberPaths }).html.trim();
const link = (name: string) => `<a href="/u/Kranich42">@${name}</a>`;

describe('a name after an @', () => {
  it('leads to its member, whatever the case and the signs around', () => {
    expect(html('@Kranich42: (@KRANICH42), **@kranich42**.')).toBe(
      `<p>${link('Kranich42')}: (${link('KRANICH42')}), <strong>${link('kranich42')}</strong>.</p>`,
    );
  });

  it('is text where nobody bears it, inside words, addresses, links and code', () => {
    for (const source of [
      '@Niemand',
      'a@Kranich42',
      'post@Kranich42.de',
      '@@Kranich42',
      '`@Kranich42`',
      '    @Kranich42',
      'https://foren.example/@Kranich42',
    ])
      expect(html(source)).not.toContain('/u/');
    expect(html('[@Kranich42](https://anderswo.example)')).not.toContain('/u/');
  });

  it('is found as it would be linked, a bounded number of times', () => {
    expect(namesMentionedIn('@Kranich42 und @Eisvogel, `@code`')).toEqual(['kranich42', 'eisvogel']);
    expect(namesMentionedIn('Niemand.')).toEqual([]);
    const many = Array.from({ length: 50 }, (_, index) => `@Name${index}`).join(' ');
    expect(namesMentionedIn(many)).toHaveLength(20);
  });
});
