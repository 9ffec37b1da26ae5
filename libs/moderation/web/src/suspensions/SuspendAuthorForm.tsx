import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { ReasonField } from '../care/ReasonField.js';
import styles from '../forms.module.css';
import { SuspensionFields, suspensionIn } from './SuspensionFields.js';
import { SuspensionNote, type SuspensionNoteData } from './SuspensionNote.js';

const SuspendAuthorMutation = graphql(`
  mutation SuspendAuthor($input: SuspendAuthorInput!) {
    suspendAuthor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnsuspendAuthorMutation = graphql(`
  mutation UnsuspendAuthor($input: UnsuspendAuthorInput!) {
    unsuspendAuthor(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface SuspendAuthorFormProps {
  postId: string;
  /** The one in force, which the form lifts. */
  suspension?: SuspensionNoteData | null;
}

/** Keeps whoever wrote a post from writing, or lets them again; who that is stays unknown. */
export function SuspendAuthorForm({ postId, suspension }: SuspendAuthorFormProps) {
  const t = useMessages('moderation');
  return suspension ? (
    <>
      <SuspensionNote suspension={suspension} />
      <MutationForm
        key="lift"
        mutation="unsuspendAuthor"
        document={UnsuspendAuthorMutation}
        hidden={{ postId }}
        toInput={(fields) => ({
          postId,
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
      mutation="suspendAuthor"
      document={SuspendAuthorMutation}
      hidden={{ postId }}
      toInput={(fields) => ({ postId, ...suspensionIn(fields) })}
      className={styles.form}
      label={t('suspend.send')}
    >
      <SuspensionFields />
      <SubmitButton look="danger">{t('suspend.send')}</SubmitButton>
    </MutationForm>
  );
}
