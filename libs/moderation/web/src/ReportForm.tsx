import { graphql, type ReportReason } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { ReportFields } from './ReportFields.js';

const ReportPostMutation = graphql(`
  mutation ReportPost($input: ReportPostInput!) {
    reportPost(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Tells the team what is wrong with a post; nobody else learns who did. */
export function ReportForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reportPost"
      document={ReportPostMutation}
      hidden={{ postId }}
      toInput={(fields) => ({
        postId,
        reason: fields.text('reason') as ReportReason,
        note: fields.optional('note'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('report.title')}
    >
      <ReportFields />
      <SubmitButton>{t('report.send')}</SubmitButton>
    </MutationForm>
  );
}
