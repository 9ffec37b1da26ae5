import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { AccountLetters } from '../mail/account-letters.js';
import { MailOutbox } from '../mail/mail-outbox.js';
import { OwnPassword, wrongPassword } from '../own-account/own-password.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactorRepository } from '../storage/second-factor.repository.js';
import { SecondFactors } from './second-factors.js';

/** Turns the member's second factor off, by the password and a code: neither alone does it. */
@Injectable()
export class EndSecondFactorService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly accounts: AccountRepository,
    private readonly secondFactors: SecondFactors,
    private readonly factors: SecondFactorRepository,
    private readonly letters: AccountLetters,
    private readonly outbox: MailOutbox,
  ) {}

  /**
   * @throws InvalidInput    `currentPassword` or `code` is wrong
   * @throws TooManyRequests as for signing in
   */
  async execute(
    ctx: RequestContext,
    { currentPassword, code }: { currentPassword: string; code: string },
  ): Promise<void> {
    const { id, passwordHash, mail, locale } = await this.own.prove(ctx, currentPassword);
    await this.secondFactors.spend(ctx, id, code);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, id, passwordHash))) throw wrongPassword();
      if (!(await this.factors.remove(tx, id))) return;
      await this.outbox.send(tx, {
        ...this.letters.secondFactorOff(locale),
        ...{ recipient: mail, recipientShown: true, accountId: id },
      });
    });
  }
}
