import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { AccountRepository } from '../storage/account.repository.js';
import { PasswordSessions } from './password-sessions.js';
import { PasswordStrategy } from './password-strategy.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly limits: SignInLimits,
    private readonly passwords: PasswordStrategy,
    private readonly sessions: PasswordSessions,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever is suspended is signed in, to read and to see why.
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
    if (!proven || !(await this.sessions.begin(ctx, proven)))
      throw new InvalidInput('password', 'identity:error.wrongCredentials');
    const person = await this.accounts.actor(ctx, proven.accountId, this.clock.now());
    return person !== null && person.suspensions.length > 0;
  }
}
