import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, useMessages } from '@kundig/web-kit';
import { ObjectionFields, type ObjectionFieldsData } from './ObjectionFields.js';

const ObjectToPostHidingMutation = graphql(`
  mutation ObjectToPostHiding($input: ObjectToPostHidingInput!) {
    objectToPostHiding(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface ObjectToPostFormProps {
  postId: string;
  objection: ObjectionFieldsData;
}

/** Asks a second moderator to look at the hiding of a post of one's own. */
export function ObjectToPostForm({ postId, objection }: ObjectToPostFormProps) {
  const t = useMessages('moderation');
  return (
    <MutationForm
      mutation="objectToPostHiding"
      document={ObjectToPostHidingMutation}
      hidden={{ postId }}
      toInput={(fields) => ({ postId, words: fields.text('words'), clientKey: fields.clientKey })}
      className={formStyles.form}
      label={t('objection.open')}
    >
      <ObjectionFields objection={objection} />
    </MutationForm>
  );
}
