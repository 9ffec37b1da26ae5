import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, KeyRing, Randomness } from '@kundig/platform/server';
import type { ProvenAccount } from '../accounts/password-strategy.js';
import { open, seal } from '../seals/sealed-box.js';
import { bytesToUuid, uuidToBytes } from '../seals/uuid-bytes.js';
import type { Account } from '../storage/account.entity.js';

/** How long a proven password waits for its code. */
const GOOD_FOR_MS = 10 * 60_000;

const PURPOSE = 'sign-in-ticket';
const UUID_BYTES = 16;
const INSTANT_BYTES = 8;

/**
 * Carries a proven password to the page that asks for the code. Nothing is stored and nothing can be read; it is worth
 * nothing without a code, and nothing after another password.
 */
@Injectable()
export class SignInTickets {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  issue({ accountId, passwordHash }: ProvenAccount): string {
    const until = Buffer.alloc(INSTANT_BYTES);
    until.writeBigInt64BE(BigInt(this.clock.now().getTime() + GOOD_FOR_MS));
    const content = Buffer.concat([uuidToBytes(accountId), until, digest(passwordHash)]);
    return seal(this.keys.derive(PURPOSE), content, PURPOSE, this.randomness).toString('base64url');
  }

  /** @returns whose password was proven; null when it is none of ours, or too old */
  accountOf(ticket: string): string | null {
    const content = this.open(ticket);
    if (!content) return null;
    const until = Number(content.readBigInt64BE(UUID_BYTES));
    return until > this.clock.now().getTime() ? bytesToUuid(content.subarray(0, UUID_BYTES)) : null;
  }

  /** @returns whether the account still has the password that was proven */
  holds(ticket: string, { id, passwordHash }: Account): boolean {
    const content = this.open(ticket);
    return (
      content !== null &&
      this.accountOf(ticket) === id &&
      timingSafeEqual(content.subarray(UUID_BYTES + INSTANT_BYTES), digest(passwordHash))
    );
  }

  private open(ticket: string): Buffer | null {
    const sealed = Buffer.from(ticket, 'base64url');
    for (const version of this.keys.versions) {
      const content = open(this.keys.derive(PURPOSE, version), sealed, PURPOSE);
      if (content) return content;
    }
    return null;
  }
}

const digest = (passwordHash: string): Buffer => createHash('sha256').update(passwordHash).digest();
