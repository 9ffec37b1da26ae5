import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, useMessages } from '@kundig/web-kit';
import { passageIn, RedactFields } from './RedactFields.js';

const RedactCommentMutation = graphql(`
  mutation RedactComment($input: RedactCommentInput!) {
    redactComment(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes a passage out of a comment of the blog for good. */
export function RedactCommentForm({ commentId }: { commentId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="redactComment"
      document={RedactCommentMutation}
      hidden={{ commentId }}
      toInput={(fields) => ({ commentId, ...passageIn(fields) })}
      className={formStyles.form}
      label={t('redact.title')}
    >
      <RedactFields />
    </MutationForm>
  );
}
