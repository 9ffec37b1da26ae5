import { Injectable } from '@nestjs/common';
import { IdentityDatabase, JobHandler, Randomness, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { MailChangeRepository } from '../storage/mail-change.repository.js';

/** Payload: `mailChangeId`, of the wish. */
export const ANSWER_MAIL_CHANGE = 'identity.answer-mail-change';

/**
 * Writes to both addresses: to the new one a link to confirm, or word that it has an account of its own; to the present
 * one that somebody wants to leave it.
 */
@Injectable()
export class AnswerMailChange {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly changes: MailChangeRepository,
    private readonly accounts: AccountRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly randomness: Randomness,
  ) {}

  @JobHandler({ task: ANSWER_MAIL_CHANGE, side: 'identity' })
  async run(ctx: RequestContext, payload: { mailChangeId?: string }): Promise<void> {
    const token = this.randomness.token();
    await this.database.transaction(ctx, async (tx) => {
      const change = await this.changes.assignToken(tx, payload.mailChangeId!, hashToken(token));
      const account = change && (await this.accounts.byId(tx, change.accountId));
      if (!account) return; // answered by an earlier run, replaced by a newer wish, or the account is gone
      const known = await this.accounts.byMail(tx, change.mail);
      await this.outbox.send(
        tx,
        known
          ? {
              ...this.letters.mailInUse(known.locale),
              ...{ recipient: known.mail, recipientShown: true, accountId: known.id },
            }
          : {
              ...this.letters.confirmNewMail(account.locale, token),
              ...{ recipient: change.mail, accountId: account.id, goodUntil: change.expiresAt },
            },
        {
          ...this.letters.mailChangeWanted(account.locale),
          ...{ recipient: account.mail, recipientShown: true, accountId: account.id },
        },
      );
    });
  }
}
