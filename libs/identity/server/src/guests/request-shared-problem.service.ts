import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  Clock,
  daysBefore,
  IdentityDatabase,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { GUEST_MAIL_ALLOWANCE } from '../limits/limit-table.js';
import { consumeFrom, Limiters } from '../limits/limiters.js';
import { GuestProblemRepository } from '../storage/guest-problem.repository.js';
import { ANSWER_SHARED_PROBLEM } from './answer-shared-problem.job.js';

/** How long the link of the mail works. */
const DAYS_TO_CONFIRM = 3;

/**
 * Takes the address of somebody who has the problem of a thread, too, and has the mail written whose link confirms that.
 * Whether the address has an account or is counted already makes no difference here, neither in the answer nor in the work.
 */
@Injectable()
export class RequestSharedProblemService {
  private readonly perMail: RateLimiterAbstract;

  constructor(
    private readonly database: IdentityDatabase,
    private readonly problems: GuestProblemRepository,
    private readonly jobs: IdentityJobs,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    limiters: Limiters,
  ) {
    this.perMail = limiters.shared('guest-mail', GUEST_MAIL_ALLOWANCE);
  }

  /**
   * May be repeated; only the link of the last mail works then.
   * @param threadId uuid; that guests may share its problem is settled by the caller
   * @throws TooManyRequests for the network, or for the mail
   */
  async execute(ctx: RequestContext, threadId: string, mail: string): Promise<void> {
    await this.limits.consume(ctx, 'register');
    await consumeFrom(
      this.perMail,
      createHash('sha256').update(mail.trim().toLowerCase()).digest('base64url'),
    );
    const expiresAt = daysBefore(this.clock.now(), -DAYS_TO_CONFIRM);
    const problem = { id: this.randomness.uuid(), threadId, mail, locale: ctx.locale, expiresAt };
    await this.database.transaction(ctx, async (tx) => {
      const id = await this.problems.keep(tx, problem);
      await this.jobs.add(tx, { task: ANSWER_SHARED_PROBLEM, payload: { guestProblemId: id } });
    });
  }
}
