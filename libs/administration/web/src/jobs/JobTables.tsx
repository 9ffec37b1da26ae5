import {
  graphql,
  readFragment,
  type FragmentType,
  type LongWorkKind,
  type LongWorkState,
} from '@kundig/api-contract';
import { IconAlertTriangle, IconCheck, TimeText, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from '../forms.module.css';
import tables from './JobTables.module.css';
import { wordsOf } from './timetable.js';

const WorkerSigns_worker = graphql(`
  fragment WorkerSigns_worker on WorkerHealth {
    side
    alive
    seenAt
  }
`);

const TaskTable_task = graphql(`
  fragment TaskTable_task on TaskState {
    name
    waiting
    running
    scheduled
    failed
  }
`);

const Timetable_cron = graphql(`
  fragment Timetable_cron on TimetableEntry {
    task
    name
    pattern
    lastRunAt
  }
`);

const LongWorkList_work = graphql(`
  fragment LongWorkList_work on LongWork {
    id
    kind
    state
    done
    total
    startedAt
    endedAt
  }
`);

/** Whether somebody works on both queues, in a word and a shape. */
export function WorkerSigns(props: { workers: readonly FragmentType<typeof WorkerSigns_worker>[] }) {
  const t = useMessages('administration');
  return (
    <ul className={tables.signs}>
      {readFragment(WorkerSigns_worker, props.workers).map(({ side, alive, seenAt }) => (
        <li key={side} data-alive={alive > 0}>
          {alive > 0 ? <IconCheck size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}
          <span>
            {t(side === 'APP' ? 'job.sideApp' : 'job.sideIdentity')}:{' '}
            {t(alive > 0 ? 'job.alive' : 'job.dead', { count: alive })}
            {alive === 0 && seenAt && (
              <>
                {' '}
                {t('job.lastSign')} <TimeText at={seenAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How many jobs of each task wait, run, come later or were given up. */
export function TaskTable(props: { tasks: readonly FragmentType<typeof TaskTable_task>[] }) {
  const t = useMessages('administration');
  return (
    <div className={tables.frame} role="region" aria-label={t('job.tasks')} tabIndex={0}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('job.task')}</th>
            <th scope="col" className={tables.figure}>
              {t('job.waiting')}
            </th>
            <th scope="col" className={tables.figure}>
              {t('job.running')}
            </th>
            <th scope="col" className={tables.figure}>
              {t('job.scheduled')}
            </th>
            <th scope="col" className={tables.figure}>
              {t('job.failed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byName(readFragment(TaskTable_task, props.tasks)).map((state) => (
            <tr key={state.name}>
              <th scope="row">{state.name}</th>
              <Figure value={state.waiting} />
              <Figure value={state.running} />
              <Figure value={state.scheduled} />
              <Figure value={state.failed} failure />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Figures {
  readonly name: string;
  readonly waiting: number;
  readonly running: number;
  readonly scheduled: number;
  readonly failed: number;
}

/** Adds up tasks of one name, which follow several events for the same end. */
function byName(tasks: readonly Figures[]): Figures[] {
  const sums = new Map<string, Figures>();
  for (const { name, ...task } of tasks) {
    const sum = sums.get(name) ?? { waiting: 0, running: 0, scheduled: 0, failed: 0 };
    sums.set(name, {
      name,
      waiting: sum.waiting + task.waiting,
      running: sum.running + task.running,
      scheduled: sum.scheduled + task.scheduled,
      failed: sum.failed + task.failed,
    });
  }
  return [...sums.values()];
}

/** A number of jobs; none is quiet, and failures stand out. */
function Figure({ value, failure = false }: { value: number; failure?: boolean }) {
  const { locale } = usePageRuntime();
  return (
    <td
      className={tables.figure}
      data-none={value === 0 || undefined}
      data-failure={(failure && value > 0) || undefined}
    >
      {value.toLocaleString(locale)}
    </td>
  );
}

const kinds = {
  IMPORT: 'work.import',
  SEARCH_REINDEX: 'work.searchReindex',
  FAQ_EXPORT: 'work.faqExport',
  FORUM_RECOUNT: 'work.forumRecount',
  KUDOS_RECOUNT: 'work.kudosRecount',
  MERITS_RECOUNT: 'work.meritsRecount',
  LEAK_RESCAN: 'work.leakRescan',
} as const satisfies Record<LongWorkKind, string>;

const states = {
  RUNNING: 'work.running',
  SILENT: 'work.silent',
  SUCCEEDED: 'work.succeeded',
  FAILED: 'work.failed',
} as const satisfies Record<LongWorkState, string>;

/** Imports, exports and recounts: how far they are, or how they ended. */
export function LongWorkList(props: { works: readonly FragmentType<typeof LongWorkList_work>[] }) {
  const t = useMessages('administration');
  return (
    <ul className={styles.rows}>
      {readFragment(LongWorkList_work, props.works).map((work) => {
        const { id, kind, state, done, total, startedAt, endedAt } = work;
        const name = t(kinds[kind]);
        return (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <p className={styles.facts}>
                {t(states[state])}
                {done > 0 && (
                  <> · {total ? t('work.doneOf', { done, total }) : t('work.done', { count: done })}</>
                )}
              </p>
              <p className={styles.facts}>
                {t(endedAt ? 'work.ended' : 'work.began')} <TimeText at={endedAt ?? startedAt} />
              </p>
            </div>
            {state === 'RUNNING' && (
              <progress
                className={tables.progress}
                value={total ? done : undefined}
                max={total ?? undefined}
                aria-label={name}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What runs by the clock, and when it last did. */
export function Timetable(props: { crons: readonly FragmentType<typeof Timetable_cron>[] }) {
  const t = useMessages('administration');
  return (
    <div className={tables.frame} role="region" aria-label={t('job.timetable')} tabIndex={0}>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('job.task')}</th>
            <th scope="col">{t('job.when')}</th>
            <th scope="col">{t('job.lastRun')}</th>
          </tr>
        </thead>
        <tbody>
          {readFragment(Timetable_cron, props.crons).map(({ task, name, pattern, lastRunAt }) => {
            const { key, values } = wordsOf(pattern);
            return (
              <tr key={task}>
                <th scope="row" title={task}>
                  {name}
                </th>
                <td>{t(key, values)}</td>
                <td>{lastRunAt ? <TimeText at={lastRunAt} /> : t('job.never')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
