import { graphql, type ReportReason } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { ReportFields } from './ReportFields.js';

const ReportCommentMutation = graphql(`
  mutation ReportComment($input: ReportCommentInput!) {
    reportComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Tells the team what is wrong with a comment of the blog; nobody else learns who did. */
export function ReportCommentForm({ commentId }: { commentId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reportComment"
      document={ReportCommentMutation}
      hidden={{ commentId }}
      toInput={(fields) => ({
        commentId,
        reason: fields.text('reason') as ReportReason,
        note: fields.optional('note'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('report.comment')}
    >
      <ReportFields />
      <SubmitButton>{t('report.send')}</SubmitButton>
    </MutationForm>
  );
}
