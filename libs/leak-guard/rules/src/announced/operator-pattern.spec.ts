import { describe, expect, it } from '@jest/globals';
import { PLAIN_SETTINGS } from '../settings.js';
import { found } from '../testing/found.js';
import { compilePattern, InvalidPattern } from './operator-pattern.js';

const foundBy = (pattern: string, text: string) =>
  found(text, 'customer-number', {
    operator: { ...PLAIN_SETTINGS.operator, patterns: [{ kind: 'customer-number', pattern }] },
  });

describe("numbers in the operator's patterns", () => {
  it.each([
    ['NW-######', 'bei NW-123456, oder', 'NW-123456'],
    ['NW-######', 'bei nw 123456', 'nw 123456'],
    ['NW-######', 'bei NW123456', 'NW123456'],
    ['NW-######', '**NW**-123\u200b456', '**NW**-123\u200b456'],
    ['##@@####', 'mit 12AB3456', '12AB3456'],
    ['X#{6,8}', 'mit X1234567', 'X1234567'],
    ['Z-????-##', 'Z-A1B2-77', 'Z-A1B2-77'],
    ['\\#\\##{5}', '(##12345)', '##12345'],
    ['Ü+#{5}', 'Ü+12345', 'Ü+12345'],
  ])('%s finds in %j', (pattern, text, number) => expect(foundBy(pattern, text)).toEqual([number]));

  it.each([
    ['NW-######', 'NW-12345'],
    ['NW-######', 'NW-1234567'],
    ['NW-######', 'XNW-123456'],
    ['X#{6,8}', 'X12345'],
    ['Ü+#{5}', 'ÜÜ12345'],
  ])('%s finds nothing in %j', (pattern, text) => expect(foundBy(pattern, text)).toEqual([]));

  it.each([
    ['  ', 'empty'],
    ['#'.repeat(65), 'too-long'],
    ['@@@@@@', 'too-general'],
    ['##', 'too-general'],
    ['X#{0,8}', 'too-many-repeats'],
    ['X#{8,6}', 'too-many-repeats'],
    ['X#{6,99}', 'too-many-repeats'],
    ['X####\\', 'unfinished'],
  ])('refuses %j as %s', (pattern, problem) => {
    const refused = expect(() => compilePattern(pattern));
    refused.toThrow(InvalidPattern);
    refused.toThrow(expect.objectContaining({ problem }) as unknown as Error);
  });

  it('takes expressions for what they are, text', () => {
    expect(foundBy('(a+)+####', 'aaaa1234')).toEqual([]);
    expect(foundBy('(a+)+####', '(a+)+1234')).toEqual(['(a+)+1234']);
  });
});
