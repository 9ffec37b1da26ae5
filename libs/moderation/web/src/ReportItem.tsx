import { graphql, readFragment, type FragmentType, type ReportDecision } from '@kundig/api-contract';
import { Link, MutationForm, Prose, SubmitButton, TextField, TimeText, useMessages } from '@kundig/web-kit';
import styles from './ReportItem.module.css';

const ReportItem_report = graphql(`
  fragment ReportItem_report on Report {
    id
    reason
    note
    createdAt
    thread {
      id
      title
      path
      lang
    }
    post {
      id
      path
      html
      lang
    }
  }
`);

const ResolveReportMutation = graphql(`
  mutation ResolveReport($input: ResolveReportInput!) {
    resolveReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** A report with what it is about, and what can be done. */
export function ReportItem(props: { report: FragmentType<typeof ReportItem_report> }) {
  const t = useMessages('moderation');
  const report = readFragment(ReportItem_report, props.report);
  return (
    <article className={styles.report}>
      <header>
        <h2>{report.reason}</h2>
        <p className={styles.facts}>
          <TimeText at={report.createdAt} />
        </p>
      </header>
      {report.note && <p>{report.note}</p>}
      <div className={styles.post}>
        <Link to={report.post.path} lang={report.thread.lang}>
          {report.thread.title}
        </Link>
        {report.post.html ? (
          <Prose html={report.post.html} lang={report.post.lang} className={styles.text} />
        ) : (
          <p className={styles.facts}>{t('reports.hidden')}</p>
        )}
      </div>
      <MutationForm
        mutation="resolveReport"
        document={ResolveReportMutation}
        hidden={{ reportId: report.id }}
        toInput={(fields) => ({
          reportId: report.id,
          decision: fields.text('decision') as ReportDecision,
          reason: fields.optional('reason'),
          clientKey: fields.clientKey,
        })}
        className={styles.actions}
      >
        <TextField
          name="reason"
          label={t('hide.reason')}
          hint={t('reports.reasonHint')}
          maxLength={500}
          autoComplete="off"
          optional
        />
        <SubmitButton name="decision" value="KEEP" look="outline">
          {t('reports.keep')}
        </SubmitButton>
        <SubmitButton name="decision" value="HIDE" look="danger">
          {t('hide.send')}
        </SubmitButton>
      </MutationForm>
    </article>
  );
}
