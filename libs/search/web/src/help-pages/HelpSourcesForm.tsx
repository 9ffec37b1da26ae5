import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, TextArea, formStyles, useMessages } from '@kundig/web-kit';

const SaveHelpSourcesMutation = graphql(`
  mutation SaveHelpSources($input: SaveHelpSourcesInput!) {
    saveHelpSources(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** As the server bounds it: five addresses and the breaks between them. */
const LONGEST_TEXT = 2_505;

/** Where the operator's help pages are listed. @param props.addresses those that are saved */
export function HelpSourcesForm({ addresses }: { addresses: readonly string[] }) {
  const t = useMessages('search');
  const text = addresses.join('\n');
  return (
    <MutationForm
      key={text}
      mutation="saveHelpSources"
      document={SaveHelpSourcesMutation}
      toInput={(fields) => ({ addresses: fields.text('addresses'), clientKey: fields.clientKey })}
      className={formStyles.form}
    >
      <TextArea
        name="addresses"
        label={t('help.addresses')}
        hint={t('help.addressesHint')}
        defaultValue={text}
        rows={5}
        maxLength={LONGEST_TEXT}
        optional
      />
      <div className={formStyles.buttons}>
        <SubmitButton>{t('help.save')}</SubmitButton>
      </div>
    </MutationForm>
  );
}
