import { Injectable } from '@nestjs/common';
import { Conflict, JobDesk, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Characters the log keeps of a task; what is cut off is no part of its name. */
const SUBJECT_ID_MAX = 64;

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
      const task = await (decision === 'retried' ? this.jobs.retry(tx, ref) : this.jobs.abandon(tx, ref));
      if (task === null) throw new Conflict('administration:error.noSuchJob');
      const action = decision === 'retried' ? 'job-retried' : 'job-abandoned';
      return [
        ref,
        { action, subjectType: 'job', subjectId: task.slice(0, SUBJECT_ID_MAX), reason: null },
      ] as const;
    });
  }
}
