import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './FollowForm.module.css';

const FollowForm_thread = graphql(`
  fragment FollowForm_thread on Thread {
    id
    viewer {
      following
      muted
    }
  }
`);

const FollowThreadMutation = graphql(`
  mutation FollowThread($input: ThreadInput!) {
    followThread(input: $input) {
      ... on FollowThreadSuccess {
        path
        thread {
          ...FollowForm_thread
        }
      }
      ...Refusal_error
    }
  }
`);

const UnfollowThreadMutation = graphql(`
  mutation UnfollowThread($input: ThreadInput!) {
    unfollowThread(input: $input) {
      ... on UnfollowThreadSuccess {
        path
        thread {
          ...FollowForm_thread
        }
      }
      ...Refusal_error
    }
  }
`);

const MuteThreadMutation = graphql(`
  mutation MuteThread($input: ThreadInput!) {
    muteThread(input: $input) {
      ... on MuteThreadSuccess {
        path
        thread {
          ...FollowForm_thread
        }
      }
      ...Refusal_error
    }
  }
`);

/** Being told of new answers in this thread, on or off. */
export function FollowForm(props: { thread: FragmentType<typeof FollowForm_thread> }) {
  const t = useMessages('forum');
  const thread = readFragment(FollowForm_thread, props.thread);
  const { following } = thread.viewer;
  const form = {
    hidden: { threadId: thread.id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ threadId: thread.id, clientKey }),
    then: 'stay' as const,
    inline: true,
  };
  const button = (
    <SubmitButton look="outline" size="small" aria-pressed={following}>
      {t(following ? 'follow.on' : 'follow.off')}
    </SubmitButton>
  );
  return following ? (
    <MutationForm key="unfollow" {...form} mutation="unfollowThread" document={UnfollowThreadMutation}>
      {button}
    </MutationForm>
  ) : (
    <MutationForm key="follow" {...form} mutation="followThread" document={FollowThreadMutation}>
      {button}
    </MutationForm>
  );
}

/** The same, and beside it a way to hear nothing of the thread at all. */
export function FollowOrMuteForms(props: { thread: FragmentType<typeof FollowForm_thread> }) {
  const t = useMessages('forum');
  const thread = readFragment(FollowForm_thread, props.thread);
  const { muted } = thread.viewer;
  const form = {
    hidden: { threadId: thread.id },
    toInput: ({ clientKey }: { clientKey: string }) => ({ threadId: thread.id, clientKey }),
    then: 'stay' as const,
    inline: true,
  };
  const button = (
    <SubmitButton look="outline" size="small" aria-pressed={muted}>
      {t(muted ? 'mute.on' : 'mute.off')}
    </SubmitButton>
  );
  return (
    <div className={styles.choices}>
      <FollowForm thread={props.thread} />
      {muted ? (
        <MutationForm key="unmute" {...form} mutation="unfollowThread" document={UnfollowThreadMutation}>
          {button}
        </MutationForm>
      ) : (
        <MutationForm key="mute" {...form} mutation="muteThread" document={MuteThreadMutation}>
          {button}
        </MutationForm>
      )}
    </div>
  );
}
