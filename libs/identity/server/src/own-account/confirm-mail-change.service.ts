import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  isUniqueViolation,
  type RequestContext,
} from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { hashToken } from '../seals/link-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { MailChangeRepository } from '../storage/mail-change.repository.js';
import { ResetRepository } from '../storage/reset.repository.js';

/**
 * Gives the member's account its new address by the link of a mail. The session says whose account it is and the link
 * whose address: whoever gets the link of somebody's slip of the pen gets no account with it.
 */
@Injectable()
export class ConfirmMailChangeService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly changes: MailChangeRepository,
    private readonly accounts: AccountRepository,
    private readonly resets: ResetRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Sessions stay; links for a new password that lie in the old mailbox end, and the old address is told.
   * @throws InvalidInput (field `token`) the link is used up, too old, replaced or not this member's, or the address has
   *                      got an account meanwhile
   */
  async execute(ctx: RequestContext, token: string): Promise<void> {
    const memberId = ctx.actor.memberId;
    const account = memberId && (await this.accounts.ofMember(ctx, memberId));
    if (!account) throw linkExpired();
    const { id, locale, mail: former, passwordHash } = account;
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, id, passwordHash))) throw linkExpired();
      const mail = await this.changes.consume(tx, id, hashToken(token), this.clock.now());
      if (!mail) throw linkExpired();
      await this.accounts.setMail(tx, id, mail).catch((error: unknown) => {
        throw isUniqueViolation(error, 'uq_account_mail') ? linkExpired() : error;
      });
      await this.resets.endLinks(tx, id);
      await this.outbox.send(tx, {
        ...this.letters.mailChanged(locale),
        ...{ recipient: former, recipientShown: true, accountId: id },
      });
    });
  }
}

const linkExpired = (): InvalidInput => new InvalidInput('token', 'identity:error.linkExpired');
