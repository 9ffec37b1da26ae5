import { Injectable } from '@nestjs/common';
import { Clock, NotFound, type RequestContext } from '@kundig/platform/server';
import { PasswordSessions } from '../accounts/password-sessions.js';
import { SignInLimits } from '../limits/sign-in-limits.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SecondFactors } from './second-factors.js';

/** Asks members for a code before something that a browser left open must not do; the session goes on under a new id. */
@Injectable()
export class ProveSecondFactorService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly secondFactors: SecondFactors,
    private readonly sessions: PasswordSessions,
    private readonly limits: SignInLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidInput    (field `code`) it is not one of the account's, or was used before
   * @throws TooManyRequests as for signing in
   */
  async execute(ctx: RequestContext, code: string): Promise<void> {
    const account = ctx.actor.memberId && (await this.accounts.ofMember(ctx, ctx.actor.memberId));
    if (!account) throw new NotFound();
    await this.limits.consume(ctx, account.mail);
    await this.secondFactors.spend(ctx, account.id, code);
    const { id: accountId, passwordHash } = account;
    await this.sessions.begin(ctx, { accountId, passwordHash }, this.clock.now());
  }
}
