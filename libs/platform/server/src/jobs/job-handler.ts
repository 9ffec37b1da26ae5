import { SetMetadata } from '@nestjs/common';

export const JOB_HANDLER = Symbol('kundig:job-handler');

/** Which worker runs a job: the one of the app's role or the one of identity's. */
export type WorkerSide = 'app' | 'identity';

export interface JobHandlerOptions {
  /** Task name, `<domain>.<verb-noun>`. */
  readonly task: string;
  readonly side?: WorkerSide;
  /** Cron pattern in UTC (five fields); fires once per cluster. */
  readonly cron?: string;
}

/**
 * Marks a provider's method `(ctx: RequestContext, payload) => Promise<void>` as the handler of a task. Handlers may run
 * twice and late; they are retried with growing pauses until they succeed.
 */
export const JobHandler = (options: JobHandlerOptions) =>
  SetMetadata(JOB_HANDLER, { side: 'app', ...options });
