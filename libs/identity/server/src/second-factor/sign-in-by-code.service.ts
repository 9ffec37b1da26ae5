import { Injectable } from '@nestjs/common';
import { Clock, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { PasswordSessions, type SignedIn } from '../accounts/password-sessions.js';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactors } from './second-factors.js';
import { SignInTickets } from './sign-in-tickets.js';

/** Second step of signing in, for accounts with a second factor. */
@Injectable()
export class SignInByCodeService {
  constructor(
    private readonly tickets: SignInTickets,
    private readonly accounts: AccountRepository,
    private readonly limits: SignInLimits,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: PasswordSessions,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries count as tries of the password do, so that nothing can be guessed here that could not be guessed there.
   * @param ticket of `SignInService`
   * @throws InvalidInput    `ticket` is none of ours, too old, or of another password; or `code` is wrong or was used before
   * @throws TooManyRequests for the mail or the address
   */
  async execute(ctx: RequestContext, { ticket, code }: { ticket: string; code: string }): Promise<SignedIn> {
    const accountId = this.tickets.accountOf(ticket);
    const account = accountId && (await this.accounts.byId(ctx, accountId));
    if (!account || account.state !== 'active' || !this.tickets.holds(ticket, account)) throw tooLate();
    await this.limits.consume(ctx, account.mail);
    await this.secondFactors.spend(ctx, account.id, code);
    const proven = { accountId: account.id, passwordHash: account.passwordHash };
    const signedIn = await this.sessions.enter(ctx, proven, this.clock.now());
    if (!signedIn) throw tooLate();
    return signedIn;
  }
}

const tooLate = (): InvalidInput => new InvalidInput('ticket', 'identity:error.signInTooLate');
