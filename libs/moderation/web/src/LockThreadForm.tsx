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
  /** A button among others of its size, or a quiet word in a row. */
  look?: 'outline' | 'quiet';
  size?: 'normal' | 'small';
}

/** Closes a thread for replies, or opens it again. */
export function LockThreadForm({
  threadId,
  locked,
  then = 'go',
  look = 'quiet',
  size = look === 'quiet' ? 'small' : 'normal',
}: LockThreadFormProps) {
  const t = useMessages('moderation');
  const form = {
    hidden: { threadId },
    toInput: ({ clientKey }: { clientKey: string }) => ({ threadId, clientKey }),
    inline: true,
    then,
  };
  return locked ? (
    <MutationForm key="unlock" {...form} mutation="unlockThread" document={UnlockThreadMutation}>
      <SubmitButton look={look} size={size}>
        {t('lock.open')}
      </SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="lock" {...form} mutation="lockThread" document={LockThreadMutation}>
      <SubmitButton look={look} size={size}>
        {t('lock.close')}
      </SubmitButton>
    </MutationForm>
  );
}
