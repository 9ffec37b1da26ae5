import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, useMessages } from '@kundig/web-kit';
import { ObjectionFields, type ObjectionFieldsData } from './ObjectionFields.js';

const ObjectToCommentHidingMutation = graphql(`
  mutation ObjectToCommentHiding($input: ObjectToCommentHidingInput!) {
    objectToCommentHiding(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ObjectToCommentFormProps {
  commentId: string;
  objection: ObjectionFieldsData;
}

/** Asks a second moderator to look at the hiding of a comment of the blog of one's own. */
export function ObjectToCommentForm({ commentId, objection }: ObjectToCommentFormProps) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="objectToCommentHiding"
      document={ObjectToCommentHidingMutation}
      hidden={{ commentId }}
      toInput={(fields) => ({ commentId, words: fields.text('words'), clientKey: fields.clientKey })}
      className={formStyles.form}
      label={t('objection.open')}
    >
      <ObjectionFields objection={objection} />
    </MutationForm>
  );
}
