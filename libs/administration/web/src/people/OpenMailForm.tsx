import { graphql } from '@kundig/api-contract';
import { formStyles, MutationForm, SubmitButton, TextField, useMessages } from '@kundig/web-kit';
import styles from '../forms.module.css';

const OpenMemberMailMutation = graphql(`
  mutation OpenMemberMail($input: OpenMemberMailInput!) {
    openMemberMail(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** The mail address of a member: in view once a reason was given, which the audit log keeps. */
export function OpenMailForm({ nickname, mail }: { nickname: string; mail?: string | null }) {
  const t = useMessages('administration');
  if (mail)
    return (
      <p role="status">
        <strong>{mail}</strong> <span className={styles.facts}>{t('mail.openFor')}</span>
      </p>
    );
  return (
    <MutationForm
      mutation="openMemberMail"
      document={OpenMemberMailMutation}
      hidden={{ nickname }}
      toInput={(fields) => ({ nickname, reason: fields.text('reason'), clientKey: fields.clientKey })}
      className={formStyles.form}
      label={t('mail.title')}
    >
      <p>{t('mail.why')}</p>
      <TextField name="reason" label={t('mail.reason')} minLength={3} maxLength={300} autoComplete="off" />
      <SubmitButton look="outline">{t('mail.open')}</SubmitButton>
    </MutationForm>
  );
}
