import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import type { MailServerAddress } from '../storage/mail-server.repository.js';
import type { Sealed } from './persona-seals.js';
import { open, seal } from './sealed-box.js';

const PURPOSE = 'mail-password';

/** To whom, and how safely, a password is told. */
type Destination = Pick<MailServerAddress, 'host' | 'port' | 'encryption' | 'userName'>;

/** Seals the password of the mail server, bound to that server: no other one can be given it. */
@Injectable()
export class MailPasswordSeal {
  constructor(
    private readonly keys: KeyRing,
    private readonly randomness: Randomness,
  ) {}

  seal(password: string, destination: Destination): Sealed {
    const keyVersion = this.keys.currentVersion;
    const key = this.keys.derive(PURPOSE, keyVersion);
    return { value: seal(key, Buffer.from(password), contextOf(destination), this.randomness), keyVersion };
  }

  /** @returns null when it was sealed for another destination, was tampered with, or its key is gone */
  open({ value, keyVersion }: Sealed, destination: Destination): string | null {
    if (!this.keys.versions.includes(keyVersion)) return null;
    return open(this.keys.derive(PURPOSE, keyVersion), value, contextOf(destination))?.toString() ?? null;
  }
}

const contextOf = ({ host, port, encryption, userName }: Destination): string =>
  JSON.stringify([host, port, encryption, userName]);
