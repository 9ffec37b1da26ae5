import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { ReasonField } from '../care/ReasonField.js';
import styles from '../forms.module.css';
import { SuspensionFields, suspensionIn } from './SuspensionFields.js';
import { SuspensionNote, type SuspensionNoteData } from './SuspensionNote.js';

const SuspendMemberMutation = graphql(`
  mutation SuspendMember($input: SuspendMemberInput!) {
    suspendMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnsuspendMemberMutation = graphql(`
  mutation UnsuspendMember($input: UnsuspendMemberInput!) {
    unsuspendMember(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SuspendMemberFormProps {
  nickname: string;
  /** The one in force, which the form lifts. */
  suspension?: SuspensionNoteData | null;
}

/** Keeps a member from writing, or lets them again. */
export function SuspendMemberForm({ nickname, suspension }: SuspendMemberFormProps) {
  const t = useMessages('moderation');
  return suspension ? (
    <>
      <SuspensionNote suspension={suspension} />
      <MutationForm
        key="lift"
        mutation="unsuspendMember"
        document={UnsuspendMemberMutation}
        hidden={{ nickname }}
        toInput={(fields) => ({
          nickname,
          reason: fields.optional('reason'),
          clientKey: fields.clientKey,
        })}
        className={styles.form}
        label={t('suspend.lift')}
      >
        <ReasonField />
        <SubmitButton look="outline">{t('suspend.lift')}</SubmitButton>
      </MutationForm>
    </>
  ) : (
    <MutationForm
      key="suspend"
      mutation="suspendMember"
      document={SuspendMemberMutation}
      hidden={{ nickname }}
      toInput={(fields) => ({ nickname, ...suspensionIn(fields) })}
      className={styles.form}
      label={t('suspend.send')}
    >
      <SuspensionFields />
      <SubmitButton look="danger">{t('suspend.send')}</SubmitButton>
    </MutationForm>
  );
}
