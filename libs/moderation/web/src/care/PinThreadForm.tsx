import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const PinThreadForm_thread = graphql(`
  fragment PinThreadForm_thread on Thread {
    id
    pinned
  }
`);

const PinThreadMutation = graphql(`
  mutation PinThread($input: ModerateThreadInput!) {
    pinThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const UnpinThreadMutation = graphql(`
  mutation UnpinThread($input: ModerateThreadInput!) {
    unpinThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Keeps a thread on top of its board, or no longer. */
export function PinThreadForm(props: { thread: FragmentType<typeof PinThreadForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, pinned } = readFragment(PinThreadForm_thread, props.thread);
  const form = {
    hidden: { threadId },
    toInput: ({ clientKey }: { clientKey: string }) => ({ threadId, clientKey }),
    inline: true,
  };
  return pinned ? (
    <MutationForm key="unpin" {...form} mutation="unpinThread" document={UnpinThreadMutation}>
      <SubmitButton look="outline">{t('care.unpin')}</SubmitButton>
    </MutationForm>
  ) : (
    <MutationForm key="pin" {...form} mutation="pinThread" document={PinThreadMutation}>
      <SubmitButton look="outline">{t('care.pin')}</SubmitButton>
    </MutationForm>
  );
}
