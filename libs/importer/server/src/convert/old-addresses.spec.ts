import { describe, expect, it } from '@jest/globals';
import { findOldAddresses, parseOldAddress, rewriteOldAddresses } from './old-addresses.js';

const hosts = ['iot.example', 'www.iot.example'];

describe('parseOldAddress', () => {
  it.each([
    ['/questions/12', { kind: 'question', id: 12 }],
    ['/questions/12/a-slug?lq=1', { kind: 'question', id: 12 }],
    ['https://iot.example/questions/12/a-slug', { kind: 'question', id: 12 }],
    ['http://WWW.iot.example/q/12/7', { kind: 'question', id: 12 }],
    ['//iot.example/q/12', { kind: 'question', id: 12 }],
    ['/questions/12/a-slug/34#34', { kind: 'answer', id: 34 }],
    ['/questions/12/a-slug#34', { kind: 'answer', id: 34 }],
    ['/questions/12/a-slug?rq=1#answer-34', { kind: 'answer', id: 34 }],
    ['/a/34/7', { kind: 'answer', id: 34 }],
    ['/questions/12/a-slug#comment56_34', { kind: 'comment', id: 56 }],
    ['/posts/comments/56', { kind: 'comment', id: 56 }],
    ['/questions/tagged/C%2B%2B', { kind: 'tag', name: 'c++' }],
    ['/users/7/ann', { kind: 'user', id: 7 }],
  ])('recognises %s', (address, expected) => {
    expect(parseOldAddress(address, hosts)).toEqual(expected);
  });

  it.each([
    'https://other.example/q/12',
    'https://iot.example',
    '/help/tagging',
    '/questions',
    '/questions/tagged/%zz',
    'q/12',
    '/q/12x',
    '/q/99999999999',
  ])('lets %s alone', (address) => expect(parseOldAddress(address, hosts)).toBeNull());
});

describe('rewriteOldAddresses', () => {
  const resolve = (address: { kind: string; id?: number }) =>
    address.kind === 'question' && address.id === 12 ? { path: '/t/new', title: 'Which [bus]?' } : null;

  it('rewrites links and running text, and can be repeated', () => {
    const markdown =
      'See [a](https://iot.example/q/12), <https://iot.example/q/12>, https://iot.example/questions/12/a-slug. And [b](/q/12 "t") but [c](/q/13).';
    const once = rewriteOldAddresses(markdown, hosts, resolve);
    const link = '[Which \\[bus\\]?](/t/new)';
    expect(once).toBe(`See [a](/t/new), ${link}, ${link}. And [b](/t/new "t") but [c](/q/13).`);
    expect(rewriteOldAddresses(once, hosts, resolve)).toBe(once);
  });

  it('makes no link inside the label of a link', () => {
    const markdown = '[https://iot.example/q/12](https://iot.example/q/12)';
    expect(rewriteOldAddresses(markdown, hosts, resolve)).toBe('[https://iot.example/q/12](/t/new)');
  });

  it('leaves code alone', () => {
    const markdown =
      '`https://iot.example/q/12` and\n\n```sh\ncurl https://iot.example/q/12\n```\n\n> ```\n> https://iot.example/q/12\n> ```';
    expect(rewriteOldAddresses(markdown, hosts, resolve)).toBe(markdown);
  });

  it('finds what a text links to', () => {
    const found = findOldAddresses('https://iot.example/a/3 [x](/q/4) https://other.example/q/5', hosts);
    expect(found).toEqual([
      { kind: 'answer', id: 3 },
      { kind: 'question', id: 4 },
    ]);
  });
});
