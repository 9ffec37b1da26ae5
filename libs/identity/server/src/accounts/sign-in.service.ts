import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '@kundig/platform/server';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { PasswordStrategy } from './password-strategy.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly limits: SignInLimits,
    private readonly passwords: PasswordStrategy,
  ) {}

  /**
   * Binds the session to the account under a new session id.
   * @throws InvalidInput    mail and password do not belong together
   * @throws TooManyRequests for the mail or the address
   */
  async execute(ctx: RequestContext, { mail, password }: { mail: string; password: string }): Promise<void> {
    if (!ctx.session) throw new Error('sign-in without a session');
    await this.limits.consume(ctx, mail);
    const accountId = await this.passwords.ask(mail, password);
    if (!accountId) throw new InvalidInput('password', 'identity:error.wrongCredentials');
    await ctx.session.signIn(accountId);
  }
}
