import { Injectable } from '@nestjs/common';
import { IdentityDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Whose second factor is meant: by the member, or by the address of the account. */
export type FactorOwner = { readonly memberId: string } | { readonly mail: string };

/**
 * Takes the second factor from somebody who has lost it. Sessions end, and the owner is told. Who may, and that it is
 * written down, is settled by the caller.
 */
@Injectable()
export class ResetSecondFactorService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly accounts: AccountRepository,
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
  ) {}

  /** @returns whether one was in force; safe to repeat. @throws NotFound there is no such account */
  async execute(ctx: RequestContext, owner: FactorOwner): Promise<boolean> {
    const account = await ('mail' in owner
      ? this.accounts.byMail(ctx, owner.mail)
      : this.accounts.ofMember(ctx, owner.memberId));
    if (!account) throw new NotFound();
    return this.database.transaction(ctx, async (tx) => {
      if (!(await this.factors.remove(tx, account.id))) return false;
      await this.sessions.endAll(tx, account.id);
      await this.outbox.send(tx, {
        ...this.letters.secondFactorReset(account.locale),
        ...{ recipient: account.mail, recipientShown: true, accountId: account.id },
      });
      return true;
    });
  }
}
