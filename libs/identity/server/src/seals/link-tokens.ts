import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import { open, seal } from './sealed-box.js';
import { CHOSEN_OCCASIONS, type ChosenOccasion } from '../port/notices.js';
import { bytesToUuid, uuidToBytes } from './uuid-bytes.js';

/** What a way-out link in a mail ends: everything about a thread, mails of one kind, or the daily mail. */
export type WayOut = { readonly accountId: string } & (
  { readonly threadId: string } | { readonly kind: ChosenOccasion | 'digest' }
);

/** Kinds by the byte that stands for them; new ones go to the end. */
const KINDS = [...CHOSEN_OCCASIONS, 'digest'] as const;

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

  issue(wayOut: WayOut): string {
    const version = this.keys.currentVersion;
    const what =
      'threadId' in wayOut ? uuidToBytes(wayOut.threadId) : Buffer.from([KINDS.indexOf(wayOut.kind)]);
    const ids = Buffer.concat([uuidToBytes(wayOut.accountId), what]);
    const sealed = seal(this.keys.derive(UNSUBSCRIBE, version), ids, UNSUBSCRIBE, this.randomness);
    return `${version}.${sealed.toString('base64url')}`;
  }

  /** @returns null for anything `issue` did not make */
  read(token: string): WayOut | null {
    const [version = '', sealed = ''] = token.split('.');
    if (!this.keys.versions.includes(Number(version))) return null;
    const ids = open(
      this.keys.derive(UNSUBSCRIBE, Number(version)),
      Buffer.from(sealed, 'base64url'),
      UNSUBSCRIBE,
    );
    if (!ids) return null;
    const [accountId, what] = [bytesToUuid(ids.subarray(0, 16)), ids.subarray(16)];
    if (what.length === 16) return { accountId, threadId: bytesToUuid(what) };
    const kind = KINDS[what[0]!];
    return kind ? { accountId, kind } : null;
  }
}
