import { graphql, readFragment, type FragmentType, type JobCause } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TimeText, useMessages } from '@kundig/web-kit';
import styles from '../forms.module.css';

const FailedJobList_job = graphql(`
  fragment FailedJobList_job on FailedJobs {
    ref
    task
    name
    cause
    at
  }
`);

const RetryJobMutation = graphql(`
  mutation RetryJob($input: ChangeJobInput!) {
    retryJob(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const AbandonJobMutation = graphql(`
  mutation AbandonJob($input: ChangeJobInput!) {
    abandonJob(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const causes = {
  MAIL_SERVER: 'job.causeMailServer',
  UNREACHABLE: 'job.causeUnreachable',
  TIMEOUT: 'job.causeTimeout',
  STORAGE: 'job.causeStorage',
  DATABASE: 'job.causeDatabase',
  DEFECT: 'job.causeDefect',
} as const satisfies Record<JobCause, string>;

/** What was given up, why, and both ways on. */
export function FailedJobList(props: { jobs: readonly FragmentType<typeof FailedJobList_job>[] }) {
  const t = useMessages('administration');
  return (
    <ul className={styles.rows}>
      {readFragment(FailedJobList_job, props.jobs).map(({ ref, task, name, cause, at }) => (
        <li key={ref}>
          <div>
            <strong title={task}>{name}</strong>
            <p>{t(causes[cause])}</p>
            <p className={styles.facts}>
              {t('job.lastTry')} <TimeText at={at} rounded />
            </p>
          </div>
          <div className={styles.actions}>
            <MutationForm
              mutation="retryJob"
              document={RetryJobMutation}
              hidden={{ job: ref }}
              toInput={({ clientKey }) => ({ job: ref, clientKey })}
              inline
            >
              <SubmitButton look="outline" size="small" aria-label={t('job.retryTask', { task: name })}>
                {t('job.retry')}
              </SubmitButton>
            </MutationForm>
            <MutationForm
              mutation="abandonJob"
              document={AbandonJobMutation}
              hidden={{ job: ref }}
              toInput={({ clientKey }) => ({ job: ref, clientKey })}
              inline
            >
              <SubmitButton look="quiet" size="small" aria-label={t('job.abandonTask', { task: name })}>
                {t('job.abandon')}
              </SubmitButton>
            </MutationForm>
          </div>
        </li>
      ))}
    </ul>
  );
}
