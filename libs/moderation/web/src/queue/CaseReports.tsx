import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';
import styles from './ReportCaseItem.module.css';

const CaseReports_report = graphql(`
  fragment CaseReports_report on Report {
    id
    reason
    note
    createdAt
  }
`);

/** What was reported, each with its reason and what the reporter wrote; who it was stands nowhere. */
export function CaseReports(props: { reports: readonly FragmentType<typeof CaseReports_report>[] }) {
  const t = useMessages('moderation');
  const reports = readFragment(CaseReports_report, props.reports);
  return (
    <ul className={styles.reports} aria-label={t('queue.reports')}>
      {reports.map(({ id, reason, note, createdAt }) => (
        <li key={id}>
          <p>
            <strong>{reason}</strong>{' '}
            <span className={styles.facts}>
              <TimeText at={createdAt} />
            </span>
          </p>
          {note && <p className={styles.note}>{note}</p>}
        </li>
      ))}
    </ul>
  );
}
