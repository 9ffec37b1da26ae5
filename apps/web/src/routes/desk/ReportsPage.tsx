import { graphql } from '@kundig/api-contract';
import { CommentReportItem, ReportItem } from '@kundig/moderation/web';
import { EmptyState, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import styles from './DeskPage.module.css';

const ReportsPageQuery = graphql(`
  query ReportsPage {
    reports(open: true) {
      id
      ...ReportItem_report
    }
    commentReports {
      id
      ...CommentReportItem_report
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(ReportsPageQuery, {});
  return { title: messages('pages')('desk.reports'), noindex: true };
}

export default function ReportsPage() {
  const t = useMessages('pages');
  const { reports, commentReports } = usePageQuery(ReportsPageQuery, {});
  return (
    <div className={styles.desk}>
      <h1>{t('desk.reports')}</h1>
      {reports.length + commentReports.length === 0 && <EmptyState text={t('desk.noReports')} />}
      <div>
        {reports.map((report) => (
          <ReportItem key={report.id} report={report} />
        ))}
        {commentReports.map((report) => (
          <CommentReportItem key={report.id} report={report} />
        ))}
      </div>
    </div>
  );
}
