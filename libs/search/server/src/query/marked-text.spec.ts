import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARK_END, MARK_START, markedHtml, withEllipsis } from './marked-text.js';

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
  const whole = 'Das Netzteil war es.\n\nSeit dem Tausch läuft alles.';

  it('says where a text goes on', () => {
    expect(withEllipsis(`Das ${marked('Netzteil')} war`, whole)).toBe(`Das ${marked('Netzteil')} war …`);
  });

  it('says nothing where a text ends, with its full stop or without', () => {
    const end = `Tausch läuft ${marked('alles')}`;
    expect(withEllipsis(end, whole)).toBe(end);
    expect(withEllipsis(`${end}.`, whole)).toBe(`${end}.`);
    expect(withEllipsis('', '')).toBe('');
  });
});
