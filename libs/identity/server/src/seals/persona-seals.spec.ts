import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KeyRing, SystemRandomness } from '@kundig/platform/server';
import { PersonaSeals } from './persona-seals.js';
import { UnsubscribeTokens } from './link-tokens.js';

const randomness = new SystemRandomness();
const roots = { '1': randomBytes(32).toString('base64'), '2': randomBytes(32).toString('base64') };
const [account, persona, thread, other] = Array.from({ length: 4 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
];

let folder: string;
let before: KeyRing;
let after: KeyRing;

function ring(name: string, keys: Record<string, string>): KeyRing {
  const directory = mkdtempSync(join(folder, name));
  writeFileSync(join(directory, 'keys.json'), JSON.stringify({ current: Object.keys(keys).length, keys }));
  return KeyRing.open(directory);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundig-seals-'));
  before = ring('before', { '1': roots['1'] });
  after = ring('after', roots);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the link of a persona (V11.3.3)', () => {
  it('opens for its persona and thread alone', () => {
    const seals = new PersonaSeals(before, randomness);
    const link = seals.sealLink(account, persona, thread);
    expect(seals.openLink(link, persona, thread)).toBe(account);
    expect(seals.openLink(link, other, thread)).toBeNull();
    expect(seals.openLink(link, persona, other)).toBeNull();
  });

  it('is refused with any one byte flipped, or cut short', () => {
    const seals = new PersonaSeals(before, randomness);
    const { value, keyVersion } = seals.sealLink(account, persona, thread);
    for (let index = 0; index < value.length; index++) {
      const flipped = Buffer.from(value);
      flipped[index]! ^= 1;
      expect(seals.openLink({ value: flipped, keyVersion }, persona, thread)).toBeNull();
    }
    expect(seals.openLink({ value: value.subarray(0, 20), keyVersion }, persona, thread)).toBeNull();
  });

  it('is another one each time, and none of its bytes are the account', () => {
    const seals = new PersonaSeals(before, randomness);
    const [one, two] = [seals.sealLink(account, persona, thread), seals.sealLink(account, persona, thread)];
    expect(one.value.equals(two.value)).toBe(false);
    expect(one.value.toString('hex')).not.toContain(account.replaceAll('-', ''));
  });

  it('opens after a rotation, and not where its key is gone', () => {
    const link = new PersonaSeals(before, randomness).sealLink(account, persona, thread);
    expect(new PersonaSeals(after, randomness).openLink(link, persona, thread)).toBe(account);
    const fresh = new PersonaSeals(after, randomness).sealLink(account, persona, thread);
    expect(fresh.keyVersion).toBe(2);
    expect(new PersonaSeals(before, randomness).openLink(fresh, persona, thread)).toBeNull();
  });
});

describe('the lookup of a persona', () => {
  it('finds under older keys what was stored before a rotation', () => {
    const secret = randomBytes(16);
    const [old] = new PersonaSeals(before, randomness).lookups(thread, secret);
    const now = new PersonaSeals(after, randomness).lookups(thread, secret);
    expect(now).toHaveLength(2);
    expect(now[1]!.equals(old!)).toBe(true);
    expect(now[0]!.equals(old!)).toBe(false);
  });

  it('differs by thread and by account', () => {
    const seals = new PersonaSeals(before, randomness);
    const secret = randomBytes(16);
    const all = [
      seals.lookups(thread, secret),
      seals.lookups(other, secret),
      seals.lookups(thread, randomBytes(16)),
    ];
    expect(new Set(all.map(([lookup]) => lookup!.toString('hex'))).size).toBe(3);
  });
});

describe('the way-out token of a mail', () => {
  it('names its subscription, survives a rotation and cannot be made up', () => {
    const token = new UnsubscribeTokens(before, randomness).issue({ accountId: account, threadId: thread });
    const tokens = new UnsubscribeTokens(after, randomness);
    expect(tokens.read(token)).toEqual({ accountId: account, threadId: thread });
    const bytes = Buffer.from(token.split('.')[1]!, 'base64url');
    bytes[20]! ^= 1;
    expect(tokens.read(`1.${bytes.toString('base64url')}`)).toBeNull();
    for (const rubbish of ['', '.', '1.', '9.abc', 'x'.repeat(300), `2.${token.split('.')[1]}`])
      expect(tokens.read(rubbish)).toBeNull();
  });
});
