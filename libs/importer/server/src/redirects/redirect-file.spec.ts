import { describe, expect, it } from '@jest/globals';
import { csvRows } from './csv-rows.js';
import { newPathOf, oldPathOf } from './old-path.js';
import { loopsIn, MOST_REDIRECTS, readRedirects } from './redirect-file.js';

describe('rows of a CSV text', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      '\uFEFFa;b\r\n"c;1";"d ""2"""\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c;1', 'd "2"'],
      ],
    ],
    [
      'a,b\n\n"c\nd",e\rf,',
      [
        [1, 'a', 'b'],
        [3, 'c\nd', 'e'],
        [5, 'f', ''],
      ],
    ],
    [
      'a,b\nc"d,"e',
      [
        [1, 'a', 'b'],
        [2, 'c"d', 'e'],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => {
    expect([...csvRows(text)].map(({ line, cells }) => [line, ...cells])).toEqual(rows);
  });
});

describe('an old address', () => {
  it.each([
    ['/viewtopic.php?t=123#p7', '/viewtopic.php?t=123'],
    ['/t/slug/123/', '/t/slug/123'],
    ['/en/t/slug/123', '/t/slug/123'],
    ['/english', '/english'],
    ['/fragen/straße', '/fragen/stra%C3%9Fe'],
    ['/a/../b', '/b'],
  ])('%s is kept as %s', (path, kept) => expect(oldPathOf(path)).toBe(kept));

  it.each([
    '',
    '/',
    'a',
    '//a.example/b',
    '/\\a',
    'https://a.example/b',
    '/a b',
    '/a\u0000',
    `/${'a'.repeat(2001)}`,
  ])('%j is none', (path) => expect(oldPathOf(path)).toBeNull());
});

describe('a new address', () => {
  it.each([
    ['thread:abc', '/t/-/abc'],
    ['/t/was-niemand-wissen-soll/abc', '/t/-/abc'],
    ['board:abc', '/b/-/abc'],
    ['/b/telefonie/abc', '/b/-/abc'],
    ['article:abc', '/blog/-/abc'],
    ['faq:abc', '/faq/-/abc'],
    ['/search?q=a%20b', '/search?q=a%20b'],
    ['/en/faq', '/faq'],
    ['/', '/'],
  ])('%s is %s', (target, path) => expect(newPathOf(target)).toBe(path));

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/..//elsewhere.example',
    '/.//e.example',
    '/en//e.example',
    'javascript:alert(1)',
    'thread:../x',
    'post:abc',
    '/a\nb',
    '',
  ])('%j is refused', (target) => expect(newPathOf(target)).toBeNull());
});

describe('a file of redirects', () => {
  it('is read by the names of its columns', () => {
    expect(readRedirects('note,To,From\nx,thread:abc,/old?t=1\n')).toEqual({
      rows: [{ line: 2, from: '/old?t=1', to: '/t/-/abc' }],
      faults: [],
    });
  });

  it('tells line and column of everything that cannot be taken', () => {
    const { rows, faults } = readRedirects('from,to\n/a,/x\nb,https://c.example\n/a/,/y\n/d\n');
    expect(rows).toEqual([{ line: 2, from: '/a', to: '/x' }]);
    expect(faults).toEqual([
      { line: 3, column: 'from', code: 'from' },
      { line: 3, column: 'to', code: 'to' },
      { line: 4, column: 'from', code: 'twice' },
      { line: 5, column: 'to', code: 'to' },
    ]);
  });

  it.each(['', '/a,/b\n', 'from\n/a'])('%j has no header', (text) => {
    expect(readRedirects(text)).toEqual({ rows: [], faults: [{ line: 1, column: 'from', code: 'header' }] });
  });

  it('has at most so many lines', () => {
    const lines = (count: number) =>
      `from,to\n${Array.from({ length: count }, (_, index) => `/old${index},/faq`).join('\n')}`;
    expect(readRedirects(lines(MOST_REDIRECTS)).rows).toHaveLength(MOST_REDIRECTS);
    expect(readRedirects(lines(MOST_REDIRECTS + 1)).faults).toEqual([
      { line: MOST_REDIRECTS + 2, column: 'from', code: 'tooMany' },
    ]);
  });

  it('leads nowhere that leads on', () => {
    const file = readRedirects('from,to\n/a,/b\n/b,/c\n/d,/d\n/e,/kept\n');
    const lines = loopsIn(file, (path) => path === '/kept').map(({ line }) => line);
    expect(lines).toEqual([2, 4, 5]);
  });
});
