import { describe, expect, it } from '@jest/globals';
import { textOf } from './text-of.js';

describe('textOf', () => {
  it.each([
    ['UTF-8', Buffer.from('Müller 1\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffMüller 1\n')],
    ['UTF-16', Buffer.from('\ufeffMüller 1\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffMüller 1\n', 'utf16le').swap16()],
    ['the letters of an old machine', Buffer.from('Müller 1\n', 'latin1')],
  ])('reads %s', (_, bytes) => expect(textOf(bytes)).toBe('Müller 1\n'));
});
