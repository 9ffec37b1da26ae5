import { Injectable } from '@nestjs/common';
import { InvalidInput, OutgoingMail, type RequestContext } from '@kundig/platform/server';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { SignInTickets } from '../second-factor/sign-in-tickets.js';
import { PasswordSessions, type SignedIn } from './password-sessions.js';
import { PasswordStrategy } from './password-strategy.js';

/** The password was right, and a code is asked for next. */
export interface CodeWanted {
  /** For `SignInByCodeService`. */
  readonly ticket: string;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly limits: SignInLimits,
    private readonly passwords: PasswordStrategy,
    private readonly sessions: PasswordSessions,
    private readonly secondFactors: SecondFactors,
    private readonly tickets: SignInTickets,
    private readonly mail: OutgoingMail,
  ) {}

  /**
   * Begins a session, or leads to the second step where the account has a second factor.
   * @throws InvalidInput    mail and password do not belong together
   * @throws TooManyRequests for the mail or the address
   */
  async execute(
    ctx: RequestContext,
    { mail, password }: { mail: string; password: string },
  ): Promise<SignedIn | CodeWanted> {
    if (!ctx.session) throw new Error('sign-in without a session');
    await this.limits.consume(ctx, mail);
    const proven = await this.passwords.ask(mail, password);
    if (!proven) throw this.wrongCredentials();
    if (await this.secondFactors.isOn(ctx, proven.accountId)) return { ticket: this.tickets.issue(proven) };
    const signedIn = await this.sessions.enter(ctx, proven);
    if (!signedIn) throw this.wrongCredentials();
    return signedIn;
  }

  /** Speaks of the mail to newcomers only where one can have come. */
  private wrongCredentials(): InvalidInput {
    const { leaves } = this.mail;
    return new InvalidInput(
      'password',
      leaves ? 'identity:error.wrongCredentials' : 'identity:error.wrongCredentialsMailless',
    );
  }
}
