import { Injectable } from '@nestjs/common';
import { InvalidInput, NotFound, type RequestContext } from '@kundig/platform/server';
import { PasswordStrategy } from '../accounts/password-strategy.js';
import { SignInLimits } from '../limits/sign-in-limits.js';
import type { Account } from '../storage/account.entity.js';
import { AccountRepository } from '../storage/account.repository.js';

/**
 * Asks members for their password before something is done that whoever sits down at an open browser must not do. Tries
 * count as tries to sign in, so that nothing can be guessed here that could not be guessed there.
 */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: PasswordStrategy,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * @returns the account as it was when the password was compared; whoever writes to it asks `AccountRepository.lock`
   *          whether that hash is still the one in force
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws TooManyRequests as for signing in
   */
  async prove(ctx: RequestContext, currentPassword: string): Promise<Account> {
    const memberId = ctx.actor.memberId;
    const account = memberId && (await this.accounts.ofMember(ctx, memberId));
    if (!account) throw new NotFound();
    await this.limits.consume(ctx, account.mail);
    const proven = await this.passwords.ask(account.mail, currentPassword);
    if (proven?.accountId !== account.id || proven.passwordHash !== account.passwordHash)
      throw wrongPassword();
    return account;
  }
}

/** @returns the refusal of a password that is not (any more) the account's */
export const wrongPassword = (): InvalidInput =>
  new InvalidInput('currentPassword', 'identity:error.wrongPassword');
