import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './MailSetup.module.css';

const MailSetupFacts_setup = graphql(`
  fragment MailSetupFacts_setup on MailSetup {
    from
    server {
      host
      port
      encrypted
      signsIn
    }
  }
`);

const SendTestMailMutation = graphql(`
  mutation SendTestMail($input: SendTestMailInput!) {
    sendTestMail(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Where mails go out and who sends them, where the environment decides it. */
export function MailSetupFacts(props: { setup: FragmentType<typeof MailSetupFacts_setup> }) {
  const t = useMessages('notifications');
  const { from, server } = readFragment(MailSetupFacts_setup, props.setup);
  return (
    <>
      <p>{t('mailSetup.howToChange')}</p>
      <dl className={styles.facts}>
        {server && (
          <>
            <dt>{t('mailSetup.server')}</dt>
            <dd>{`${server.host}:${server.port}`}</dd>
            <dt>{t('mailSetup.encryption')}</dt>
            <dd>{t(server.encrypted ? 'mailSetup.encrypted' : 'mailSetup.startTls')}</dd>
            <dt>{t('mailSetup.signIn')}</dt>
            <dd>{t(server.signsIn ? 'mailSetup.signsIn' : 'mailSetup.anonymous')}</dd>
          </>
        )}
        <dt>{t('mailSetup.from')}</dt>
        <dd>{from}</dd>
      </dl>
    </>
  );
}

/** Sends a mail at once; what the server answers stands in the form. */
export function SendTestMailForm() {
  const t = useMessages('notifications');
  return (
    <MutationForm
      mutation="sendTestMail"
      document={SendTestMailMutation}
      toInput={({ clientKey }) => ({ clientKey })}
      label={t('mailSetup.test')}
    >
      <SubmitButton>{t('mailSetup.test')}</SubmitButton>
    </MutationForm>
  );
}
