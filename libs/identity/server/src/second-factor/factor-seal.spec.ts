import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { KeyRing, SystemRandomness } from '@kundig/platform/server';
import { FactorSeal } from './factor-seal.js';

const keys = KeyRing.open(join(mkdtempSync(join(tmpdir(), 'kundig-seal-')), 'keys'));
const seal = new FactorSeal(keys, new SystemRandomness());
const secret = Buffer.from('12345678901234567890');

describe('a sealed secret', () => {
  const sealed = seal.seal(secret, 'account-1', 'secret');

  it('opens for its account', () => expect(seal.open(sealed, 'account-1', 'secret')).toEqual(secret));

  it('opens for no other account, as nothing else, and under no other key', () => {
    expect(seal.open(sealed, 'account-2', 'secret')).toBeNull();
    expect(seal.open(sealed, 'account-1', 'codes')).toBeNull();
    expect(seal.open({ ...sealed, keyVersion: 2 }, 'account-1', 'secret')).toBeNull();
  });

  it('is refused with any of its bytes flipped', () => {
    for (let index = 0; index < sealed.value.length; index += 1) {
      const value = Buffer.from(sealed.value);
      value[index]! ^= 1;
      expect(seal.open({ ...sealed, value }, 'account-1', 'secret')).toBeNull();
    }
  });
});
