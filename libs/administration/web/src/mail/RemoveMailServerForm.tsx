import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const RemoveMailServerMutation = graphql(`
  mutation RemoveMailServer($input: RemoveMailServerInput!) {
    removeMailServer(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/**
 * Forgets the mail server that was entered, and its password; says what follows before it is done.
 *
 * @param props.fixed whether the environment names a server, over which mails go on leaving
 */
export function RemoveMailServerForm({ fixed }: { fixed: boolean }) {
  const t = useMessages('administration');
  return (
    <details>
      <summary>{t('mail.remove')}</summary>
      <MutationForm
        mutation="removeMailServer"
        document={RemoveMailServerMutation}
        toInput={({ clientKey }) => ({ clientKey })}
        then="reload"
        className={formStyles.form}
        label={t('mail.remove')}
      >
        <p>{t(fixed ? 'mail.removeUnused' : 'mail.removeInForce')}</p>
        <div>
          <SubmitButton look="danger">{t('mail.removeNow')}</SubmitButton>
        </div>
      </MutationForm>
    </details>
  );
}
