import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SEARCH_LIMITS } from '../search.limits.js';
import { correctQuery, parseQuery } from './parse-query.js';

const texts = (query: string) => parseQuery(query).terms.map(({ text }) => text);

describe('parseQuery', () => {
  it('tells words from phrases', () => {
    expect(parseQuery('Router "feste IP" "Umzug"').terms).toEqual([
      { text: 'Router', isPhrase: false },
      { text: 'feste IP', isPhrase: true },
      { text: 'Umzug', isPhrase: false },
    ]);
  });

  it('takes typographic quotation marks and one that nobody closed', () => {
    expect(parseQuery('„keine Verbindung“ «im Tunnel').terms).toEqual([
      { text: 'keine Verbindung', isPhrase: true },
      { text: 'im Tunnel', isPhrase: true },
    ]);
  });

  it('reads every operator, whatever its case, with several words in quotation marks', () => {
    expect(parseQuery('Umzug BOARD:"IP & Netze" tag:VPN author:Frau_Holle is:Solved lang:de')).toMatchObject({
      terms: [{ text: 'Umzug' }],
      board: 'IP & Netze',
      tag: 'vpn',
      author: 'Frau_Holle',
      state: 'solved',
      lang: 'de',
    });
  });

  it('reads how far back, in either language', () => {
    expect(parseQuery('Umzug since:Week').since).toBe('week');
    expect(parseQuery('Umzug seit:Jahr').since).toBe('year');
    expect(texts('seit:gestern since:toString')).toEqual(['seit:gestern', 'since:toString']);
  });

  it('searches for what only looks like an operator', () => {
    expect(texts('is:broken lang:fr https://example.test tag: 12:30')).toEqual([
      'is:broken',
      'lang:fr',
      'https://example.test',
      'tag:',
      '12:30',
    ]);
  });

  it('keeps the last of two values', () => {
    expect(parseQuery('is:open is:solved').state).toBe('solved');
  });

  it('leaves out what holds neither letter nor digit', () => {
    expect(texts('? -- *** & | ! :* <-> () Fax')).toEqual(['Fax']);
  });

  it('drops control characters, private use and halves of pairs', () => {
    expect(parseQuery('a\u0000b\u{e000}c\ud800d\u202ee').text).toBe('a b c d e');
  });

  it('reads so many characters and terms and no more', () => {
    expect(parseQuery('ä'.repeat(5_000)).text).toHaveLength(SEARCH_LIMITS.queryMax);
    expect(texts('wort '.repeat(39))).toHaveLength(SEARCH_LIMITS.termsMax);
  });

  it('never fails, and its terms stand in the text in their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (input) => {
        const { text, terms } = parseQuery(input);
        let from = 0;
        for (const term of terms) {
          const at = text.indexOf(term.text, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + term.text.length;
        }
      }),
    );
  });
});

describe('correctQuery', () => {
  it('replaces the terms that have another spelling and nothing else', () => {
    const parsed = parseQuery('board:voip Rufumleitng "im Haus" Rufumleitng einrichtn');
    expect(
      correctQuery(
        parsed,
        new Map([
          [2, 'rufumleitung'],
          [3, 'einrichten'],
        ]),
      ),
    ).toBe('board:voip Rufumleitng "im Haus" rufumleitung einrichten');
  });

  it('is null without corrections', () => {
    expect(correctQuery(parseQuery('Umzug'), new Map())).toBeNull();
  });
});
