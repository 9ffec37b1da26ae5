import { graphql } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const LockThreadMutation = graphql(`
  mutation LockThread($input: ModerateThreadInput!) {
    lockThread(input: $input) {
      ... on LockThreadSuccess {
        path
        thread {
          id
          locked
        }
      }
      ...Refusal_error
    }
  }
`);

const UnlockThreadMutation = graphql(`
  mutation UnlockThread($input: ModerateThreadInput!) {
    unlockThread(input: $input) {
      ... on UnlockThreadSuccess {
        path
        thread {
          id
          locked
        }
      }
      ...Refusal_error
    }
  }
`);

interface LockThreadFormProps {
  threadId: string;
  locked: boolean;
  /** Whether one goes to the thread, or stays where one works. */
  then?: 'go' | 'stay';
}

/** Closes a thread for replies, or opens it again. */
export function LockThreadForm({ threadId, locked, then = 'go' }: LockThreadFormProps) {
  const t = useMessages('moderation');
  const form = {
    hidden: { threadId },
    toInput: ({ clientKey }: { clientKey: string }) => ({ threadId, clientKey }),
    inline: true,
    then,
  };
  return locked ? (
    <MutationForm key="unlock" {...form} mutation="unlockThread" document={UnlockThreadMutation}>
      <SubmitButton look="quiet" size="small">
        {t('lock.open')}
      </SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="lock" {...form} mutation="lockThread" document={LockThreadMutation}>
      <SubmitButton look="quiet" size="small">
        {t('lock.close')}
      </SubmitButton>
    </MutationForm>
  );
}
