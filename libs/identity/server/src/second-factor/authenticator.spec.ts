import { describe, expect, it } from '@jest/globals';
import { qrCodeOf, secretInWords, stepOf } from './authenticator.js';

/** Secret of the test vectors of RFC 6238. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('stepOf', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('knows the code of second %d (RFC 6238, appendix B)', (seconds, code) =>
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30)),
  );

  it('takes the half minutes beside, and tells which one it was', () => {
    expect([29, 30, 59, 60, 89, 90].map((seconds) => stepOf(secret, '287082', at(seconds)))).toEqual([
      ...[1, 1, 1, 1, 1, null],
    ]);
  });

  it('refuses any other code', () => expect(stepOf(secret, '287083', at(59))).toBeNull());
});

describe('what an app is given', () => {
  it('is the secret in groups of four', () =>
    expect(secretInWords(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ'));

  it('is a square with modules inside it', () => {
    const { size, path } = qrCodeOf(secret, 'Nordlicht', 'Kranich42');
    const modules = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(modules.length).toBeGreaterThan(300);
    expect(Math.max(...modules.flat())).toBeLessThan(size);
  });
});
