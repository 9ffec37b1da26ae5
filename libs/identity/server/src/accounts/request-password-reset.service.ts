import { Injectable } from '@nestjs/common';
import {
  Clock,
  IdentityDatabase,
  Randomness,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { IdentityJobs } from '../identity-jobs.js';
import { ResetRepository } from '../storage/reset.repository.js';
import { ANSWER_RESET_REQUEST } from './answer-reset-request.job.js';

/** Takes the wish for a new password; a job looks whether there is such an account, so that the answer tells nothing. */
@Injectable()
export class RequestPasswordResetService {
  constructor(
    private readonly database: IdentityDatabase,
    private readonly resets: ResetRepository,
    private readonly jobs: IdentityJobs,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @throws TooManyRequests */
  async execute(ctx: RequestContext, mail: string): Promise<void> {
    await this.limits.consume(ctx, 'mail');
    const requestId = this.randomness.uuid();
    await this.database.transaction(ctx, async (tx) => {
      await this.resets.addRequest(tx, requestId, mail, this.clock.now());
      await this.jobs.add(tx, { task: ANSWER_RESET_REQUEST, payload: { requestId } });
    });
  }
}
