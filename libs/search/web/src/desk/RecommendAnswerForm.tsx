import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';

const RecommendAnswerMutation = graphql(`
  mutation RecommendAnswer($input: RecommendAnswerInput!) {
    recommendAnswer(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Has a thread or an FAQ entry stand above the results of a search. */
export function RecommendAnswerForm({ searchId, words }: { searchId: string; words: string }) {
  const t = useMessages('search');
  return (
    <MutationForm
      mutation="recommendAnswer"
      document={RecommendAnswerMutation}
      hidden={{ searchId }}
      toInput={(fields) => ({ searchId, address: fields.text('address'), clientKey: fields.clientKey })}
      label={`${t('missed.recommend')}: ${words}`}
      className={formStyles.form}
    >
      <TextField
        name="address"
        label={t('missed.address')}
        hint={t('missed.addressHint')}
        inputMode="url"
        autoComplete="off"
        maxLength={500}
      />
      <SubmitButton>{t('missed.recommendThis')}</SubmitButton>
    </MutationForm>
  );
}
