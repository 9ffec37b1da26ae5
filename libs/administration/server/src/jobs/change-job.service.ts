import { Injectable } from '@nestjs/common';
import { Conflict, JobDesk, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** What becomes of jobs that were given up. */
export type JobDecision = 'retried' | 'abandoned';

/** Lets given-up jobs be tried again, or removes them. */
@Injectable()
export class ChangeJobService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly jobs: JobDesk,
  ) {}

  /**
   * @param ref as `FailedJobs` has it
   * @throws Conflict nothing that was given up is there any more, as when somebody else was faster
   */
  async execute(ctx: RequestContext, ref: string, decision: JobDecision): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const changed = await (decision === 'retried' ? this.jobs.retry(tx, ref) : this.jobs.abandon(tx, ref));
      if (changed === 0) throw new Conflict('administration:error.noSuchJob');
      const action = decision === 'retried' ? 'job-retried' : 'job-abandoned';
      return [ref, { action, subjectType: 'job', subjectId: ref.slice(0, 64), reason: null }] as const;
    });
  }
}
