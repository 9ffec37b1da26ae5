import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages, usePageRuntime } from '@kundig/web-kit';

const ChooseStatusDisplayMutation = graphql(`
  mutation ChooseStatusDisplay($input: ChooseStatusDisplayInput!) {
    chooseStatusDisplay(input: $input) {
      ... on ChooseStatusDisplaySuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Hides the status beside names for the reader, or shows it again. */
export function StatusDisplayForm() {
  const t = useMessages('pseudonyms');
  const { statusHidden: hidden = false } = usePageRuntime();
  return (
    <MutationForm
      mutation="chooseStatusDisplay"
      document={ChooseStatusDisplayMutation}
      hidden={{ hidden: String(!hidden) }}
      toInput={() => ({ hidden: !hidden })}
      then="reload"
      className={formStyles.form}
    >
      <p role="status">{t(hidden ? 'status.isHidden' : 'status.isShown')}</p>
      <SubmitButton look="outline">{t(hidden ? 'status.show' : 'status.hide')}</SubmitButton>
    </MutationForm>
  );
}
