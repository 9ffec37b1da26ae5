import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { AccountRepository } from '../storage/account.repository.js';
import type { ProvenAccount } from './password-strategy.js';

/** Sessions that a password opens. */
@Injectable()
export class PasswordSessions {
  constructor(private readonly accounts: AccountRepository) {}

  /**
   * Binds the session to the account under a new session id. A new password ends the sessions of before; one that is set
   * between the comparison and the session ends this one, too.
   * @returns whether the session has begun
   */
  async begin(ctx: RequestContext, { accountId, passwordHash }: ProvenAccount): Promise<boolean> {
    await ctx.session?.signIn(accountId);
    if (await this.accounts.hasPassword(ctx, accountId, passwordHash)) return true;
    await ctx.session?.signOut();
    return false;
  }
}
