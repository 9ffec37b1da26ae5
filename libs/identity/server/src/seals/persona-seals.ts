import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, Randomness } from '@kundig/platform/server';
import type { MailRecipient } from '../port/mails.js';
import { open, seal } from './sealed-box.js';
import { bytesToUuid, uuidToBytes } from './uuid-bytes.js';

/** A sealed value and the version of the key that opens it. */
export interface Sealed {
  readonly value: Buffer;
  readonly keyVersion: number;
}

/** An account named by its own id or by its member; by neither where a persona leads nowhere. */
export interface NamedAccount {
  readonly accountId: string | null;
  readonly memberId: string | null;
}

/**
 * The three secrets of a persona, each under a key of its own: how it is found again (lookup, app side), where it leads
 * (link, app side), and which persona an account has in a thread (index, identity side).
 */
@Injectable()
export class PersonaSeals {
  constructor(
    private readonly keys: KeyRing,
    private readonly randomness: Randomness,
  ) {}

  /**
   * HMAC-SHA256(K_lookup, thread id ‖ account secret) under every key version, the current one first, so that a rotation
   * finds the old persona instead of making a second one.
   * @param secret 16 random bytes of the account
   */
  lookups(threadId: string, secret: Buffer): Buffer[] {
    return this.keys.versions.map((version) =>
      createHmac('sha256', this.keys.derive('persona-lookup', version))
        .update(uuidToBytes(threadId))
        .update(secret)
        .digest(),
    );
  }

  /** @returns whether that is the key under which new things are sealed */
  isCurrent(keyVersion: number): boolean {
    return keyVersion === this.keys.currentVersion;
  }

  /** Seals persona -> account, bound to the persona and its thread. */
  sealLink(accountId: string, personaId: string, threadId: string): Sealed {
    return this.seal('persona-link', accountId, `${personaId}|${threadId}`);
  }

  /** @returns the account; null when the link was tampered with, belongs elsewhere or its key is gone */
  openLink(link: Sealed, personaId: string, threadId: string): string | null {
    return this.open('persona-link', link, `${personaId}|${threadId}`);
  }

  /** @returns who stands behind a public author */
  accountOf(author: MailRecipient): NamedAccount {
    if (!author.persona) return { accountId: null, memberId: author.memberId };
    const { personaId, threadId, sealedLink, keyVersion } = author.persona;
    const link = { value: Buffer.from(sealedLink, 'base64url'), keyVersion };
    return { accountId: this.openLink(link, personaId, threadId), memberId: null };
  }

  /** Seals (member, thread) -> persona for identity's own index. */
  sealIndex(personaId: string, memberId: string, threadId: string): Sealed {
    return this.seal('persona-index', personaId, `${memberId}|${threadId}`);
  }

  /** @returns the persona; null when there is none that opens */
  openIndex(entry: Sealed, memberId: string, threadId: string): string | null {
    return this.open('persona-index', entry, `${memberId}|${threadId}`);
  }

  private seal(purpose: string, id: string, context: string): Sealed {
    const keyVersion = this.keys.currentVersion;
    return {
      value: seal(this.keys.derive(purpose, keyVersion), uuidToBytes(id), context, this.randomness),
      keyVersion,
    };
  }

  private open(purpose: string, { value, keyVersion }: Sealed, context: string): string | null {
    if (!this.keys.versions.includes(keyVersion)) return null;
    const bytes = open(this.keys.derive(purpose, keyVersion), value, context);
    return bytes && bytesToUuid(bytes);
  }
}
