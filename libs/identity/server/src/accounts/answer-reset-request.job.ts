import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, JobHandler, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { AccountRepository } from '../storage/account.repository.js';
import { ResetRepository } from '../storage/reset.repository.js';
import { RESET_WITHIN_MINUTES, ResetLinks } from './reset-links.js';

export const ANSWER_RESET_REQUEST = 'identity.answer-reset-request';

/** Nobody can fill somebody else's mailbox by asking over and over. */
const MOST_OPEN_LINKS = 3;

/** Sends a link for a new password, if there is such an account. */
@Injectable()
export class AnswerResetRequest {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly resets: ResetRepository,
    private readonly accounts: AccountRepository,
    private readonly links: ResetLinks,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
  ) {}

  @JobHandler({ task: ANSWER_RESET_REQUEST, side: 'identity' })
  async run(ctx: RequestContext, payload: { requestId?: string }): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const mail = await this.resets.takeRequest(tx, payload.requestId!);
      const account = mail === null ? null : await this.accounts.byMail(tx, mail);
      if (account?.state !== 'active') return;
      const now = this.clock.now();
      if ((await this.resets.openLinks(tx, account.id, now)) >= MOST_OPEN_LINKS) return;
      const token = await this.links.issue(tx, account.id);
      await this.outbox.send(tx, {
        ...this.letters.resetPassword(account.locale, token),
        recipient: account.mail,
        recipientShown: true,
        accountId: account.id,
        goodUntil: new Date(now.getTime() + RESET_WITHIN_MINUTES * 60_000),
      });
    });
  }
}
