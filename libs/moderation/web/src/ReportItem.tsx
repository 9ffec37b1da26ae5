import { Link } from 'react-router';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  LinkButton,
  MutationForm,
  Prose,
  SubmitButton,
  TextField,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
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
      ... on UserError {
        message
        field
      }
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
          decision: fields.text('decision'),
          clientKey: fields.clientKey,
        })}
        className={styles.actions}
      >
        <TextField
          name="decision"
          label={t('reports.decision')}
          minLength={3}
          maxLength={300}
          autoComplete="off"
        />
        <SubmitButton>{t('reports.resolve')}</SubmitButton>
        <LinkButton to={`/p/${report.post.id}/hide`} look="danger">
          {t('hide.send')}
        </LinkButton>
      </MutationForm>
    </article>
  );
}
