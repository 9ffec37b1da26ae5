import { describe, expect, it } from '@jest/globals';
import { mailHint } from './mail-hint.js';
import { safePath } from './safe-path.js';

describe('safePath', () => {
  it.each([
    ['/ask', '/ask'],
    ['/threads/abc/slug?page=2#p3', '/threads/abc/slug?page=2'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/./%2e/..//evil.example', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%s leads to %s', (wanted, path) => expect(safePath(wanted)).toBe(path));
});

describe('mailHint', () => {
  it('shows the first sign and the domain', () => expect(mailHint('kerstin@firma.de')).toBe('k…@firma.de'));
});
