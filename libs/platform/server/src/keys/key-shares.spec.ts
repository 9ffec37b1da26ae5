import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { joinShares, shareSecret } from './key-shares.js';

const secret = randomBytes(200);
let shares: string[];
beforeAll(async () => {
  shares = await shareSecret(secret);
});

describe('shares of a secret', () => {
  it.each([
    [0, 1],
    [1, 0],
    [0, 2],
    [1, 2],
  ])('give it back, two of them (%d and %d)', async (one, other) =>
    expect(await joinShares([`Keep it safe.\n${shares[one]}\n`, shares[other]!])).toEqual(secret),
  );

  it('are others each time, and none holds a part of it', async () => {
    const others = await shareSecret(secret);
    expect(others.filter((share) => shares.includes(share))).toEqual([]);
    for (const share of shares) {
      const value = Buffer.from(share.split(':')[3]!, 'base64url');
      expect(value.includes(secret.subarray(0, 4))).toBe(false);
    }
  });

  it('are refused where both are one', async () =>
    expect(joinShares([shares[1]!, shares[1]!])).rejects.toThrow('Both are share 2'));

  it('are refused where they were not made together', async () => {
    const [other] = await shareSecret(secret);
    await expect(joinShares([shares[1]!, other!])).rejects.toThrow('not made together');
  });

  it('are refused with any of their characters another one, or cut short', async () => {
    const [first, second] = [shares[0]!, shares[1]!];
    for (let index = 0; index < first.length; index += 1) {
      const changed = first.slice(0, index) + (first[index] === '7' ? '8' : '7') + first.slice(index + 1);
      await expect(joinShares([changed, second])).rejects.toThrow(/holds no share|damaged|not made together/);
    }
    await expect(joinShares([second, first.slice(0, -9)])).rejects.toThrow('The second share is damaged');
    await expect(joinShares(['', second])).rejects.toThrow('The first file holds no share');
  });
});
