import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Conflict, KeyRing } from '@kundig/platform/server';
import type { RevealEntry, RevealRequest } from '../storage/reveal.repository.js';

/** Who may look at whom, as one seal holds it together. */
export type RevealApproval = Pick<
  RevealRequest,
  'id' | 'personaId' | 'threadId' | 'requestedBy' | 'decidedBy' | 'decidedAt'
>;

/**
 * What only holders of the key for reveals can make: HMAC-SHA256 of an approval and of an entry of the log. Whoever may
 * write in the database alone makes neither.
 */
@Injectable()
export class RevealSeals {
  constructor(private readonly keys: KeyRing) {}

  get possible(): boolean {
    return this.keys.opensPersonas;
  }

  /** @throws Conflict there is no key */
  approval({ id, personaId, threadId, requestedBy, decidedBy, decidedAt }: RevealApproval): Buffer {
    return this.sign('reveal-approval', [
      ...[id, personaId, threadId, requestedBy, decidedBy],
      decidedAt?.toISOString() ?? null,
    ]);
  }

  /** @throws Conflict there is no key */
  entry({ at, actorId, action, requestId, personaId, note }: RevealEntry): Buffer {
    return this.sign('reveal-entry', [at.toISOString(), actorId, action, requestId, personaId, note]);
  }

  /**
   * Stands for a text where the text must not: it proves what somebody said, and nobody can guess by it what was redacted
   * there since.
   * @returns base64url
   * @throws Conflict there is no key
   */
  words(text: string): string {
    return this.sign('reveal-words', [text]).toString('base64url');
  }

  private sign(purpose: string, parts: readonly (string | null)[]): Buffer {
    const key = this.keys.deriveForReveal(purpose);
    if (!key) throw new Conflict('identity:error.revealOff');
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  }
}

/** @returns whether a stored seal is the one that was made */
export const isSeal = (stored: Buffer | null, made: Buffer): boolean =>
  stored !== null && stored.length === made.length && timingSafeEqual(stored, made);
