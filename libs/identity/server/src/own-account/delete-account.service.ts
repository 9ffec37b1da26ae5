import { Injectable } from '@nestjs/common';
import { Clock, IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { Administrators } from '../port/administrators.js';
import { AccountRepository } from '../storage/account.repository.js';
import { SessionRepository } from '../storage/session.repository.js';
import { ERASE_ACCOUNT } from './erase-account.job.js';
import { OwnPassword, wrongPassword } from './own-password.js';

/**
 * Ends the member's account. From the commit on nobody signs in or writes by it; a job of the same transaction forgets the
 * person in every domain, however often it has to begin again.
 */
@Injectable()
export class DeleteAccountService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly accounts: AccountRepository,
    private readonly administrators: Administrators,
    private readonly sessions: SessionRepository,
    private readonly jobs: IdentityJobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Of two at once one succeeds. The office is given up last: should the commit fail after it, an account without office
   * is left, never an office without account.
   * @throws InvalidInput    (field `currentPassword`) it is not the account's
   * @throws Conflict        nobody would be left to administer the community, whoever tries at once
   * @throws TooManyRequests as for signing in
   */
  async execute(ctx: RequestContext, currentPassword: string): Promise<void> {
    const { id, memberId, passwordHash } = await this.own.prove(ctx, currentPassword);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, id, passwordHash))) throw wrongPassword();
      await this.accounts.leave(tx, id);
      await this.sessions.endAll(tx, id);
      await this.jobs.add(tx, { task: ERASE_ACCOUNT, payload: { accountId: id } });
      await this.administrators.resign(tx, memberId, (others) =>
        this.accounts.someMayWrite(tx, others, this.clock.now()),
      );
    });
    await ctx.session?.signOut();
  }
}
