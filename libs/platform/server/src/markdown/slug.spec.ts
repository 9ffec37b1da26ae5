import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SLUG_MAX_LENGTH, slugify } from './slug.js';

describe('slugify', () => {
  it.each([
    ['Wie ändere ich die Größe?', 'wie-aendere-ich-die-groesse'],
    ['STRAẞE über Öl', 'strasse-ueber-oel'],
    ['Mu\u0308ller & Söhne', 'mueller-soehne'],
    ['Crème brûlée à Łódź', 'creme-brulee-a-lodz'],
    ['  SIP/TLS -- 5.0 ', 'sip-tls-5-0'],
    ['вопрос', 'thread'],
    ['', 'thread'],
  ])('%s', (title, expected) => {
    expect(slugify(title, 'thread')).toBe(expected);
  });

  it('ends with a whole word', () => {
    expect(slugify('wort '.repeat(40), 'thread')).toBe(Array(16).fill('wort').join('-'));
  });

  it('is an address part of bounded length, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const slug = slugify(title, 'thread');
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(SLUG_MAX_LENGTH);
        expect(slugify(slug, 'thread')).toBe(slug);
      }),
    );
  });
});
