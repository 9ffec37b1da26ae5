import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, useMessages } from '@kundig/web-kit';
import { passageIn, RedactFields } from './RedactFields.js';

const RedactArticleMutation = graphql(`
  mutation RedactArticle($input: RedactArticleInput!) {
    redactArticle(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Takes a passage out of every version of an article for good. */
export function RedactArticleForm({ articleId }: { articleId: string }) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="redactArticle"
      document={RedactArticleMutation}
      hidden={{ articleId }}
      toInput={(fields) => ({ articleId, ...passageIn(fields) })}
      className={formStyles.form}
      label={t('redact.title')}
    >
      <RedactFields />
    </MutationForm>
  );
}
