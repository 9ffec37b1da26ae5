import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, useMessages } from '@kundig/web-kit';
import { passageIn, RedactFields } from './RedactFields.js';

const RedactPassageMutation = graphql(`
  mutation RedactPassage($input: RedactPassageInput!) {
    redactPassage(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes a passage out of a post for good. */
export function RedactForm({ postId }: { postId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="redactPassage"
      document={RedactPassageMutation}
      hidden={{ postId }}
      toInput={(fields) => ({ postId, ...passageIn(fields) })}
      className={formStyles.form}
      label={t('redact.title')}
    >
      <RedactFields />
    </MutationForm>
  );
}
