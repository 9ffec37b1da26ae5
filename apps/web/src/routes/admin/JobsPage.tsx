import { graphql } from '@kundig/api-contract';
import { FailedJobList, LongWorkList, TaskTable, Timetable, WorkerSigns } from '@kundig/administration/web';
import {
  EmptyState,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const JobsPageQuery = graphql(`
  query JobsPage {
    jobOverview {
      workers {
        ...WorkerSigns_worker
      }
      failed {
        ...FailedJobList_job
      }
      works {
        ...LongWorkList_work
      }
      tasks {
        ...TaskTable_task
      }
      timetable {
        ...Timetable_cron
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(JobsPageQuery, {});
  return { title: messages('pages')('admin.jobs'), noindex: true };
}

/** What the community does behind the pages: first what needs somebody, then what goes by itself. */
export default function JobsPage() {
  const t = useMessages('pages');
  const { workers, failed, works, tasks, timetable } = usePageQuery(JobsPageQuery, {}).jobOverview;
  return (
    <AdminFrame title={t('admin.jobs')}>
      <p>{t('admin.jobsWhy')}</p>
      <WorkerSigns workers={workers} />
      <Section title={t('admin.jobsFailed')}>
        {failed.length > 0 ? (
          <FailedJobList jobs={failed} />
        ) : (
          <EmptyState text={t('admin.noJobsFailed')} quiet />
        )}
      </Section>
      {works.length > 0 && (
        <Section title={t('admin.jobsLong')}>
          <LongWorkList works={works} />
        </Section>
      )}
      <Section title={t('admin.jobsQueued')}>
        <p>{t('admin.jobsUncounted')}</p>
        {tasks.length > 0 ? <TaskTable tasks={tasks} /> : <EmptyState text={t('admin.noJobs')} quiet />}
      </Section>
      <Section title={t('admin.jobsTimetable')}>
        <Timetable crons={timetable} />
      </Section>
    </AdminFrame>
  );
}
