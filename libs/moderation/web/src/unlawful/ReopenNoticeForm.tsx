import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ReopenNoticeMutation = graphql(`
  mutation ReopenNotice($input: ReopenNoticeInput!) {
    reopenNotice(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes the decision about a notice back: what it has hidden is shown again, and both sides are told. */
export function ReopenNoticeForm({ noticeId }: { noticeId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="reopenNotice"
      document={ReopenNoticeMutation}
      hidden={{ noticeId }}
      toInput={({ clientKey }) => ({ noticeId, clientKey })}
      inline
    >
      <SubmitButton look="outline" size="small">
        {t('queue.undo')}
      </SubmitButton>
    </MutationForm>
  );
}
