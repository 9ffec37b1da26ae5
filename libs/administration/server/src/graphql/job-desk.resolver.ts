import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Input,
  JobDesk,
  LongWork,
  succeed,
  Worker,
  type RequestContext,
} from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { ChangeJobService } from '../jobs/change-job.service.js';
import { TaskNames } from '../jobs/task-names.js';
import {
  AbandonJobResult,
  AbandonJobSuccess,
  ChangeJobInput,
  changeJobSchema,
  JobOverview,
  RetryJobResult,
  RetryJobSuccess,
} from './job-desk.object.js';

const DESK = '/admin/jobs?saved=1';
const SHOWN_FAILURES = 50;
const SHOWN_WORKS = 10;

/** What the community does behind the pages. */
@Resolver()
export class JobDeskResolver {
  constructor(
    private readonly jobs: JobDesk,
    private readonly works: LongWork,
    private readonly worker: Worker,
    private readonly names: TaskNames,
    private readonly changing: ChangeJobService,
  ) {}

  @Query(() => JobOverview, { description: 'Jobs that wait, run, were given up or are on the timetable.' })
  @Access.permission('platform:administer')
  async jobOverview(@Ctx() ctx: RequestContext): Promise<JobOverview> {
    administrationPolicy.mayAdminister(ctx.actor).orThrow();
    const [workers, tasks, failed, runs, works] = await Promise.all([
      this.jobs.workers(),
      this.jobs.tasks(),
      this.jobs.failed(SHOWN_FAILURES),
      this.jobs.cronRuns(),
      this.works.latest(SHOWN_WORKS),
    ]);
    const named = <Row extends { readonly task: string }>(row: Row) => ({
      ...row,
      name: this.names.of(ctx.locale, row.task),
    });
    const timetable = this.worker.timetable().map(({ task, pattern }) => ({
      ...named({ task, pattern }),
      lastRunAt: runs.find((run) => run.task === task)?.at ?? null,
    }));
    return { workers, tasks: tasks.map(named), failed: failed.map(named), timetable, works };
  }

  @Mutation(() => RetryJobResult, { description: 'Lets jobs that were given up be tried again.' })
  @Access.permission('platform:administer')
  async retryJob(
    @Ctx() ctx: RequestContext,
    @Input(changeJobSchema, () => ChangeJobInput) { job }: ChangeJobInput,
  ): Promise<RetryJobSuccess> {
    await this.changing.execute(ctx, job, 'retried');
    return succeed(RetryJobSuccess, { path: DESK });
  }

  @Mutation(() => AbandonJobResult, {
    description: 'Removes jobs that were given up; what they were to do stays undone.',
  })
  @Access.permission('platform:administer')
  async abandonJob(
    @Ctx() ctx: RequestContext,
    @Input(changeJobSchema, () => ChangeJobInput) { job }: ChangeJobInput,
  ): Promise<AbandonJobSuccess> {
    await this.changing.execute(ctx, job, 'abandoned');
    return succeed(AbandonJobSuccess, { path: DESK });
  }
}
