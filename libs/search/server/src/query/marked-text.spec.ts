import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EDGE_LENGTH, MARK_END, MARK_START, markedHtml, withEllipsis } from './marked-text.js';

const marked = (text: string) => `${MARK_START}${text}${MARK_END}`;

describe('markedHtml', () => {
  it('escapes first and marks then', () => {
    expect(markedHtml(`<b>${marked('Tom & "Jerry"')}</b>`)).toBe(
      '&lt;b&gt;<mark>Tom &amp; &quot;Jerry&quot;</mark>&lt;/b&gt;',
    );
  });

  it('drops marks without a partner and marks inside marks', () => {
    expect(markedHtml(`a${MARK_END}b${MARK_START}c${marked('d')}`)).toBe('abc<mark>d</mark>');
  });

  it('lets no element through but balanced marks, whatever the text', () => {
    const pieces = fc.constantFrom('<', '>', '&', '"', "'", '<script>', '</mark>', MARK_START, MARK_END, 'x');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const rest = markedHtml(parts.join('')).replace(/<mark>[^<>]*<\/mark>/g, '');
        expect(rest).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('withEllipsis', () => {
  const whole = '„Das Netzteil war es.\n\nSeit dem Tausch läuft alles.“';
  const text = { beginning: whole, ending: whole };

  it('says where a text goes on, and where it began before', () => {
    expect(withEllipsis(`Das ${marked('Netzteil')} war`, text)).toBe(`Das ${marked('Netzteil')} war …`);
    expect(withEllipsis(`Tausch ${marked('läuft')}`, text)).toBe(`… Tausch ${marked('läuft')} …`);
    expect(withEllipsis(`Tausch läuft ${marked('alles')}`, text)).toBe(`… Tausch läuft ${marked('alles')}`);
  });

  it('says nothing where a text is whole, with the signs around it or without', () => {
    const bare = whole.slice(1, -2);
    for (const piece of [whole, bare, bare.replace('Tausch', marked('Tausch'))])
      expect(withEllipsis(piece, text)).toBe(piece);
    expect(withEllipsis('', { beginning: '', ending: '' })).toBe('');
  });

  it('looks at the ends of a long text alone', () => {
    const long = `Anfang ${'und so weiter '.repeat(100)}Ende.`;
    const edges = { beginning: long.slice(0, EDGE_LENGTH), ending: long.slice(-EDGE_LENGTH) };
    expect(withEllipsis(long, edges)).toBe(long);
    expect(withEllipsis(long.slice(7, -5), edges)).toBe(`… ${long.slice(7, -5).trimEnd()} …`);
  });
});
