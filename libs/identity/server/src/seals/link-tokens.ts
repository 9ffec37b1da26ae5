import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import { open, seal } from './sealed-box.js';
import { bytesToUuid, uuidToBytes } from './uuid-bytes.js';

/** What a way-out link in a mail ends. */
export interface Subscription {
  readonly accountId: string;
  readonly threadId: string;
}

const UNSUBSCRIBE = 'unsubscribe';

/** Only the hash of a one-use token is stored; 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Tokens of links that end a subscription: nothing is stored, nothing expires, nobody else can make or read one. */
@Injectable()
export class UnsubscribeTokens {
  constructor(
    private readonly keys: KeyRing,
    private readonly randomness: Randomness,
  ) {}

  issue({ accountId, threadId }: Subscription): string {
    const version = this.keys.currentVersion;
    const ids = Buffer.concat([uuidToBytes(accountId), uuidToBytes(threadId)]);
    const sealed = seal(this.keys.derive(UNSUBSCRIBE, version), ids, UNSUBSCRIBE, this.randomness);
    return `${version}.${sealed.toString('base64url')}`;
  }

  /** @returns null for anything `issue` did not make */
  read(token: string): Subscription | null {
    const [version = '', sealed = ''] = token.split('.');
    if (!this.keys.versions.includes(Number(version))) return null;
    const ids = open(
      this.keys.derive(UNSUBSCRIBE, Number(version)),
      Buffer.from(sealed, 'base64url'),
      UNSUBSCRIBE,
    );
    return ids && { accountId: bytesToUuid(ids.subarray(0, 16)), threadId: bytesToUuid(ids.subarray(16)) };
  }
}
