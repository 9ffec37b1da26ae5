import { createHash, randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { KeyProblem } from './key-ring.js';

/** How many shares there are, and how many of them give the keys back. */
export const SHARES = { made: 3, needed: 2 } as const;

const MARK = 'kundig-key-share';
const DIGEST_BYTES = 16;

/** One share as it is written down. */
interface KeyShare {
  /** The same in all shares that were made together; random. */
  readonly set: string;
  readonly number: number;
  readonly value: Buffer;
}

/**
 * Splits a secret after Shamir, over GF(2^8): a share alone tells nothing but the length.
 * @returns three lines of text, any two of which give the secret back
 */
export async function shareSecret(secret: Buffer): Promise<string[]> {
  const set = randomBytes(6).toString('hex');
  const values = await split(new Uint8Array([...secret, ...digest(secret)]), SHARES.made, SHARES.needed);
  return values.map((value, index) => write({ set, number: index + 1, value: Buffer.from(value) }));
}

/**
 * @param texts two shares, each with whatever stands around it
 * @returns the secret
 * @throws KeyProblem one is damaged or none at all, both are the same, or they were not made together
 */
export async function joinShares(texts: readonly [string, string]): Promise<Buffer> {
  const [first, second] = [shareIn(texts[0], 'first'), shareIn(texts[1], 'second')];
  if (first.set !== second.set)
    throw new KeyProblem('The two shares were not made together: take two that name the same set.');
  if (first.number === second.number)
    throw new KeyProblem(`Both are share ${first.number}: take another one of the same set.`);
  const joined = Buffer.from(await combine([new Uint8Array(first.value), new Uint8Array(second.value)]));
  const secret = joined.subarray(0, -DIGEST_BYTES);
  if (!digest(secret).equals(joined.subarray(-DIGEST_BYTES)))
    throw new KeyProblem('The two shares do not belong together.');
  return secret;
}

const digest = (...parts: readonly (Buffer | string)[]): Buffer =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest()
    .subarray(0, DIGEST_BYTES);

/** The check at the end finds whatever was mistyped or cut off. */
function write({ set, number, value }: KeyShare): string {
  const head = `${MARK}:${set}:${number}`;
  return `${head}:${value.toString('base64url')}:${digest(head, value).toString('base64url')}`;
}

function shareIn(text: string, place: string): KeyShare {
  const found = new RegExp(`${MARK}:([0-9a-f]{12}):([1-9]):([\\w-]+):([\\w-]+)`).exec(text);
  if (!found) throw new KeyProblem(`The ${place} file holds no share.`);
  const [line, set, number, value] = found as unknown as [string, string, string, string];
  const share = { set, number: Number(number), value: Buffer.from(value, 'base64url') };
  if (write(share) !== line) throw new KeyProblem(`The ${place} share is damaged: take another one.`);
  return share;
}
