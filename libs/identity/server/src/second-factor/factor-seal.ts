import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import type { Sealed } from '../seals/persona-seals.js';
import { open, seal } from '../seals/sealed-box.js';

const PURPOSE = 'second-factor';

/** What of a second factor lies sealed. */
type Part = 'secret' | 'codes';

/** Seals secrets of authenticator apps, each bound to its account: copied to another one it opens nothing. */
@Injectable()
export class FactorSeal {
  constructor(
    private readonly keys: KeyRing,
    private readonly randomness: Randomness,
  ) {}

  seal(value: Buffer, accountId: string, part: Part): Sealed {
    const keyVersion = this.keys.currentVersion;
    const key = this.keys.derive(PURPOSE, keyVersion);
    return { value: seal(key, value, `${accountId}|${part}`, this.randomness), keyVersion };
  }

  /** @returns null when it was tampered with, belongs to another account, or its key is gone */
  open({ value, keyVersion }: Sealed, accountId: string, part: Part): Buffer | null {
    if (!this.keys.versions.includes(keyVersion)) return null;
    return open(this.keys.derive(PURPOSE, keyVersion), value, `${accountId}|${part}`);
  }
}
