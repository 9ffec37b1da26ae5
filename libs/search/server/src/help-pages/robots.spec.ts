import { expect, it } from '@jest/globals';
import { robotRules } from './robots.js';

it.each([
  ['', '/a', true],
  ['User-agent: *\nDisallow: /', '/a', false],
  ['User-agent: *\nDisallow:', '/a', true],
  ['User-agent: other\nDisallow: /', '/a', true],
  ['User-agent: *\nDisallow: /\n\nUser-agent: Kundig\nDisallow: /intern', '/hilfe', true],
  ['User-agent: *\nDisallow: /\n\nUser-agent: Kundig\nDisallow: /intern', '/intern/a', false],
  ['User-agent: other\nUser-agent: kundig # both\nDisallow: /a # not that', '/abc', false],
  ['User-agent: *\nDisallow: /hilfe\nAllow: /hilfe/offen', '/hilfe/offen/1', true],
  ['User-agent: *\nAllow: /a\nDisallow: /a', '/a', true],
  ['User-agent: *\r\nDisallow: /*.pdf$', '/hilfe/a.pdf', false],
  ['User-agent: *\nDisallow: /*.pdf$', '/hilfe/a.pdf?x', true],
  ['User-agent: *\nDisallow: /*?druck', '/hilfe?druck=1', false],
  ['User-agent: *\nDisallow: /a$', '/ab', true],
  ['Disallow: /', '/a', true],
])('%j says of %s: %s', (text, path, expected) => {
  expect(robotRules(text).allows(path)).toBe(expected);
});

it('is no slower for patterns made to be', () => {
  const hostile = `User-agent: *\nDisallow: /${'*a'.repeat(5_000)}$`;
  expect(robotRules(hostile).allows(`/${'a'.repeat(4_000)}b`)).toBe(true);
});
