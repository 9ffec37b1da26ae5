import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { AccountRepository } from '../storage/account.repository.js';
import { PasswordStrategy } from './password-strategy.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly limits: SignInLimits,
    private readonly passwords: PasswordStrategy,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the session to the account under a new session id. A new password ends the sessions of before; one that is set
   * between the comparison and the session ends this one, too. Whoever is suspended is signed in, to read and to see why.
   * @returns whether something may keep the account from writing
   * @throws InvalidInput    mail and password do not belong together
   * @throws TooManyRequests for the mail or the address
   */
  async execute(
    ctx: RequestContext,
    { mail, password }: { mail: string; password: string },
  ): Promise<boolean> {
    if (!ctx.session) throw new Error('sign-in without a session');
    await this.limits.consume(ctx, mail);
    const proven = await this.passwords.ask(mail, password);
    if (!proven) throw new InvalidInput('password', 'identity:error.wrongCredentials');
    await ctx.session.signIn(proven.accountId);
    if (await this.accounts.hasPassword(ctx, proven.accountId, proven.passwordHash)) {
      const person = await this.accounts.actor(ctx, proven.accountId, this.clock.now());
      return person !== null && person.suspensions.length > 0;
    }
    await ctx.session.signOut();
    throw new InvalidInput('password', 'identity:error.wrongCredentials');
  }
}
