import { graphql, readFragment, type FragmentType, type ReportDecision } from '@kundig/api-contract';
import { Link, MutationForm, Prose, SubmitButton, TextField, TimeText, useMessages } from '@kundig/web-kit';
import styles from './ReportItem.module.css';

const CommentReportItem_report = graphql(`
  fragment CommentReportItem_report on CommentReport {
    id
    reason
    note
    createdAt
    about {
      path
      articleTitle
      articleLang
      comment {
        id
        html
        lang
      }
    }
  }
`);

const ResolveCommentReportMutation = graphql(`
  mutation ResolveCommentReport($input: ResolveReportInput!) {
    resolveCommentReport(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** A report on a comment of the blog with what it is about, and what can be done. */
export function CommentReportItem(props: { report: FragmentType<typeof CommentReportItem_report> }) {
  const t = useMessages('moderation');
  const { id, reason, note, createdAt, about } = readFragment(CommentReportItem_report, props.report);
  return (
    <article className={styles.report}>
      <header>
        <h2>{reason}</h2>
        <p className={styles.facts}>
          <TimeText at={createdAt} />
        </p>
      </header>
      {note && <p>{note}</p>}
      <div className={styles.post}>
        {about && (
          <Link to={about.path} lang={about.articleLang}>
            {about.articleTitle}
          </Link>
        )}
        {about?.comment.html ? (
          <Prose html={about.comment.html} lang={about.comment.lang} className={styles.text} />
        ) : (
          <p className={styles.facts}>{t('reports.commentGone')}</p>
        )}
      </div>
      <MutationForm
        mutation="resolveCommentReport"
        document={ResolveCommentReportMutation}
        hidden={{ reportId: id }}
        toInput={(fields) => ({
          reportId: id,
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
          {t('reports.keepComment')}
        </SubmitButton>
        <SubmitButton name="decision" value="HIDE" look="danger">
          {t('hide.comment')}
        </SubmitButton>
      </MutationForm>
    </article>
  );
}
