import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  mutationResult,
  MutationSuccess,
  type JobCause,
  type LongWorkKind,
  type LongWorkState,
  type WorkerSide,
} from '@kundig/platform/server';
import { z } from 'zod';

export enum WorkerSideEnum {
  APP = 'app',
  IDENTITY = 'identity',
}
registerEnumType(WorkerSideEnum, {
  name: 'WorkerSide',
  description: 'Jobs about accounts and mails are apart from all others.',
});

export enum JobCauseEnum {
  MAIL_SERVER = 'mail-server',
  UNREACHABLE = 'unreachable',
  TIMEOUT = 'timeout',
  STORAGE = 'storage',
  DATABASE = 'database',
  DEFECT = 'defect',
}
registerEnumType(JobCauseEnum, { name: 'JobCause', description: 'Why a job was given up.' });

export enum LongWorkKindEnum {
  IMPORT = 'import',
  SEARCH_REINDEX = 'search-reindex',
  FAQ_EXPORT = 'faq-export',
  FORUM_RECOUNT = 'forum-recount',
  KUDOS_RECOUNT = 'kudos-recount',
  MERITS_RECOUNT = 'merits-recount',
  LEAK_RESCAN = 'leak-rescan',
}
registerEnumType(LongWorkKindEnum, { name: 'LongWorkKind' });

export enum LongWorkStateEnum {
  RUNNING = 'running',
  SILENT = 'silent',
  SUCCEEDED = 'succeeded',
  FAILED = 'failed',
}
registerEnumType(LongWorkStateEnum, {
  name: 'LongWorkState',
  description: 'Silent: its process has said nothing for minutes and is probably gone.',
});

@ObjectType('WorkerHealth', { description: 'Whether somebody works on the jobs of a side.' })
export class WorkerHealthObject {
  @Field(() => WorkerSideEnum) side!: WorkerSide;
  @Field(() => Int, { description: 'Workers that gave a sign of life within the last 45 seconds.' })
  alive!: number;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The last sign of life.' })
  seenAt!: Date | null;
}

@ObjectType('TaskState', { description: 'How many jobs of one task there are.' })
export class TaskStateObject {
  @Field() task!: string;
  @Field({ description: 'Of the task, in the language of the request.' }) name!: string;
  @Field(() => Int, { description: 'Due, and not begun.' }) waiting!: number;
  @Field(() => Int) running!: number;
  @Field(() => Int, { description: 'For later.' }) scheduled!: number;
  @Field(() => Int, { description: 'Given up after the last try.' }) failed!: number;
}

@ObjectType('FailedJobs', {
  description: 'A job that was given up, or all such jobs of one task about accounts, however many.',
})
export class FailedJobsObject {
  @Field(() => ID) ref!: string;
  @Field(() => WorkerSideEnum) side!: WorkerSide;
  @Field() task!: string;
  @Field({ description: 'Of the task, in the language of the request.' }) name!: string;
  @Field(() => JobCauseEnum) cause!: JobCause;
  @Field(() => GraphQLISODateTime, { description: 'Of the last try, to the quarter of an hour.' }) at!: Date;
}

@ObjectType('TimetableEntry', { description: 'A task of the timetable.' })
export class CronObject {
  @Field() task!: string;
  @Field({ description: 'Of the task, in the language of the request.' }) name!: string;
  @Field({ description: 'Five fields as of cron, in UTC.' }) pattern!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastRunAt!: Date | null;
}

@ObjectType('LongWork', { description: 'Work that may last minutes: how far it is, or how it ended.' })
export class LongWorkObject {
  @Field(() => ID) id!: string;
  @Field(() => LongWorkKindEnum) kind!: LongWorkKind;
  @Field(() => LongWorkStateEnum) state!: LongWorkState;
  @Field(() => Int) done!: number;
  @Field(() => Int, { nullable: true, description: 'Null where it is not known how much there is.' })
  total!: number | null;
  @Field(() => GraphQLISODateTime) startedAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
}

@ObjectType({
  description: 'What the community does behind the pages; names and numbers, never what a job is about.',
})
export class JobOverview {
  @Field(() => [WorkerHealthObject]) workers!: WorkerHealthObject[];
  @Field(() => [TaskStateObject], {
    description:
      'Tasks of which there are jobs; none about accounts and mails, whose number tells of people.',
  })
  tasks!: TaskStateObject[];
  @Field(() => [FailedJobsObject], { description: 'The latest first.' }) failed!: FailedJobsObject[];
  @Field(() => [CronObject]) timetable!: CronObject[];
  @Field(() => [LongWorkObject], { description: 'The latest begun first.' }) works!: LongWorkObject[];
}

@InputType()
export class ChangeJobInput {
  @Field(() => ID, { description: '`ref` of the jobs that were given up.' }) job!: string;
  @Field(() => String, { nullable: true }) clientKey?: string;
}
export const changeJobSchema = z.object({
  job: z
    .string()
    .max(100)
    .regex(/^(app:\d{1,18}|identity:[\w.>-]+)$/),
  clientKey: z.uuid().nullish(),
});

const success = { implements: () => MutationSuccess };

@ObjectType(success)
export class RetryJobSuccess extends MutationSuccess {}
export const RetryJobResult = mutationResult('RetryJobResult', RetryJobSuccess);

@ObjectType(success)
export class AbandonJobSuccess extends MutationSuccess {}
export const AbandonJobResult = mutationResult('AbandonJobResult', AbandonJobSuccess);
