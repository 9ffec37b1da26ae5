import { Injectable } from '@nestjs/common';
import { IdentityDatabase, KeyRing, type RequestContext } from '@kundig/platform/server';
import type { GuestMail } from '../port/mails.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';
import { GuestLetters } from './guest-letters.js';
import { MailOutbox } from './mail-outbox.js';

/** Tells guests who share the problem of a thread that it is solved: one mail, and their address is forgotten with it. */
@Injectable()
export class GuestMailer {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly problems: GuestProblemRepository,
    private readonly letters: GuestLetters,
    private readonly outbox: MailOutbox,
    private readonly keys: KeyRing,
  ) {}

  /** Safe to repeat. */
  async deliver(ctx: RequestContext, { threadId, content, onceKey }: GuestMail): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const guests = await this.problems.waiting(tx, threadId);
      if (guests.length === 0) return;
      const mails = guests.map((guest) => ({
        ...this.letters.news(guest, content[guest.locale]),
        ...{ recipient: guest.mail, about: [threadId] },
        onceKey: this.keys.sign('mail-once', `${guest.id}|${onceKey}`, this.keys.oldestVersion),
      }));
      await this.outbox.send(tx, ...mails);
      await this.problems.forgetMail(
        tx,
        guests.map(({ id }) => id),
      );
    });
  }
}
