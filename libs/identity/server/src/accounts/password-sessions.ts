import { Injectable } from '@nestjs/common';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { SecondFactors } from '../second-factor/second-factors.js';
import { AccountRepository } from '../storage/account.repository.js';
import type { ProvenAccount } from './password-strategy.js';

/** Whoever is suspended is signed in, to read and to see why. */
export type SignedIn = 'signed-in' | 'suspended';

/** Sessions that a password opens, with a code where the account wants one. */
@Injectable()
export class PasswordSessions {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly secondFactors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the session to the account under a new session id. A new password and a second factor end the sessions of before;
   * what is put in force between the proof and the session ends this one, too.
   * @param factorProvedAt when the second factor was proven; not to be left out where there is one
   * @returns whether the session has begun
   */
  async begin(ctx: RequestContext, proven: ProvenAccount, factorProvedAt?: Date): Promise<boolean> {
    await ctx.session?.signIn(proven.accountId, factorProvedAt);
    if (await this.isEnough(ctx, proven, factorProvedAt)) return true;
    await ctx.session?.signOut();
    return false;
  }

  /** The same for who signs in. @returns null when no session has begun */
  async enter(ctx: RequestContext, proven: ProvenAccount, factorProvedAt?: Date): Promise<SignedIn | null> {
    if (!(await this.begin(ctx, proven, factorProvedAt))) return null;
    const person = await this.accounts.actor(ctx, proven.accountId, this.clock.now());
    return person !== null && person.suspensions.length > 0 ? 'suspended' : 'signed-in';
  }

  /** The password is asked for first: that waits for whoever is putting a second factor in force. */
  private async isEnough(
    ctx: RequestContext,
    { accountId, passwordHash }: ProvenAccount,
    factorProvedAt?: Date,
  ): Promise<boolean> {
    if (!(await this.accounts.hasPassword(ctx, accountId, passwordHash))) return false;
    return factorProvedAt !== undefined || !(await this.secondFactors.isOn(ctx, accountId));
  }
}
