import { graphql, readFragment, type FragmentType, type ThreadKind } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';

const ThreadKindForm_thread = graphql(`
  fragment ThreadKindForm_thread on Thread {
    id
    kind
  }
`);

const ChangeThreadKindMutation = graphql(`
  mutation ChangeThreadKind($input: ChangeThreadKindInput!) {
    changeThreadKind(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

const TO_KIND = { DISCUSSION: 'care.toDiscussion', QUESTION: 'care.toQuestion' } as const;

/** Makes a discussion of a question, or a question of a discussion. */
export function ThreadKindForm(props: { thread: FragmentType<typeof ThreadKindForm_thread> }) {
  const t = useMessages('moderation');
  const { id: threadId, kind } = readFragment(ThreadKindForm_thread, props.thread);
  const other: ThreadKind = kind === 'QUESTION' ? 'DISCUSSION' : 'QUESTION';
  return (
    <MutationForm
      mutation="changeThreadKind"
      document={ChangeThreadKindMutation}
      hidden={{ threadId, kind: other }}
      toInput={({ clientKey }) => ({ threadId, kind: other, clientKey })}
      inline
    >
      <SubmitButton look="outline">{t(TO_KIND[other])}</SubmitButton>
    </MutationForm>
  );
}
