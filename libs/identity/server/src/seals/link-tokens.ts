import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import { open, seal } from './sealed-box.js';
import type { ChosenOccasion } from '../port/notices.js';
import { bytesToUuid, uuidToBytes } from './uuid-bytes.js';

/**
 * What a way-out link in a mail ends: for an account everything about a thread, mails of one kind, or the daily mail; for
 * somebody without one the mail about a problem they share.
 */
export type WayOut =
  | ({ readonly accountId: string } & (
      { readonly threadId: string } | { readonly kind: ChosenOccasion | 'digest' }
    ))
  | { readonly guestProblemId: string };

/** Kinds by the byte that stands for them; new ones go to the end. */
const KINDS = [
  'answer',
  'reply',
  'mention',
  'thread',
  'solution',
  'kudos',
  'digest',
  'report',
  'solved',
  'reported',
  'waiting',
  'unlawful',
  'reveal',
] as const satisfies readonly (ChosenOccasion | 'digest')[];

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
    const sealed = seal(
      this.keys.derive(UNSUBSCRIBE, version),
      bytesOf(wayOut),
      UNSUBSCRIBE,
      this.randomness,
    );
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
    const [who, what] = [bytesToUuid(ids.subarray(0, 16)), ids.subarray(16)];
    if (what.length === 0) return { guestProblemId: who };
    if (what.length === 16) return { accountId: who, threadId: bytesToUuid(what) };
    const kind = KINDS[what[0]!];
    return kind ? { accountId: who, kind } : null;
  }
}

/** The guest's key alone, or the account's and what ends for it. */
function bytesOf(wayOut: WayOut): Buffer {
  if ('guestProblemId' in wayOut) return uuidToBytes(wayOut.guestProblemId);
  const what =
    'threadId' in wayOut ? uuidToBytes(wayOut.threadId) : Buffer.from([KINDS.indexOf(wayOut.kind)]);
  return Buffer.concat([uuidToBytes(wayOut.accountId), what]);
}
