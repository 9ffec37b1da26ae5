import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  Clock,
  IdentityDatabase,
  InvalidInput,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { CONFIRM_WITHIN_HOURS } from '../accounts/register.service.js';
import { IdentityJobs } from '../identity-jobs.js';
import { GUEST_MAIL_ALLOWANCE } from '../limits/limit-table.js';
import { consumeFrom, Limiters } from '../limits/limiters.js';
import { AccountRepository } from '../storage/account.repository.js';
import { MailChangeRepository } from '../storage/mail-change.repository.js';
import { ANSWER_MAIL_CHANGE } from './answer-mail-change.job.js';
import { OwnPassword, wrongPassword } from './own-password.js';

/**
 * Takes the wish for another address. Whether somebody has that address already makes no difference here: a job looks it
 * up and writes the fitting mail to its owner.
 */
@Injectable()
export class RequestMailChangeService {
  private readonly perMail: RateLimiterAbstract;

  constructor(
    private readonly database: IdentityDatabase,
    private readonly own: OwnPassword,
    private readonly accounts: AccountRepository,
    private readonly changes: MailChangeRepository,
    private readonly jobs: IdentityJobs,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    limiters: Limiters,
  ) {
    this.perMail = limiters.shared('mail-change', GUEST_MAIL_ALLOWANCE);
  }

  /**
   * May be repeated with another address, such as after a slip; only the link of the last mail works then.
   * @throws InvalidInput    `currentPassword` is wrong, or `mail` is the account's already
   * @throws TooManyRequests as for signing in, for the member, or for the new address
   */
  async execute(
    ctx: RequestContext,
    { currentPassword, mail }: { currentPassword: string; mail: string },
  ): Promise<void> {
    const account = await this.own.prove(ctx, currentPassword);
    const plain = mail.trim().toLowerCase();
    if (plain === account.mail.toLowerCase()) throw new InvalidInput('mail', 'identity:error.mailUnchanged');
    await this.limits.consume(ctx, 'mail');
    await consumeFrom(this.perMail, createHash('sha256').update(plain).digest('base64url'));
    const id = this.randomness.uuid();
    const expiresAt = new Date(this.clock.now().getTime() + CONFIRM_WITHIN_HOURS * 3_600_000);
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.accounts.lock(tx, account.id, account.passwordHash))) throw wrongPassword();
      await this.changes.keep(tx, { id, accountId: account.id, mail, expiresAt });
      await this.jobs.add(tx, { task: ANSWER_MAIL_CHANGE, payload: { mailChangeId: id } });
    });
  }
}
