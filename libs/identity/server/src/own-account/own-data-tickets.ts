import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, KeyRing } from '@kundig/platform/server';
import type { Account } from '../storage/account.entity.js';

/** How long a proven password opens the download. */
const GOOD_FOR_MS = 10 * 60_000;

const OWN_DATA = 'own-data';

/**
 * Lets a member who has just given their password fetch a file. Nothing is stored; a ticket opens nothing in another
 * account's session, and nothing after another password.
 */
@Injectable()
export class OwnDataTickets {
  constructor(
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  issue(account: Account): string {
    const until = this.clock.now().getTime() + GOOD_FOR_MS;
    return `${until}.${this.sign(account, until)}`;
  }

  /** @returns whether `issue` made it for this account, not too long ago */
  holds(ticket: string, account: Account): boolean {
    const [until, signature = ''] = ticket.split('.', 2);
    const given = Buffer.from(signature);
    const isOurs = this.keys.versions.some((version) => {
      const expected = Buffer.from(this.sign(account, Number(until), version));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
    return isOurs && Number(until) > this.clock.now().getTime();
  }

  private sign({ id, passwordHash }: Account, until: number, version = this.keys.currentVersion): string {
    return this.keys.sign(OWN_DATA, `${id}|${passwordHash}|${until}`, version);
  }
}
