import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { ToggleForm, useMessages } from '@kundig/web-kit';
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
  const { id: threadId, viewer } = readFragment(FollowForm_thread, props.thread);
  return (
    <ToggleForm
      pressed={viewer.following}
      on={{ mutation: 'followThread', document: FollowThreadMutation }}
      off={{ mutation: 'unfollowThread', document: UnfollowThreadMutation }}
      hidden={{ threadId }}
      toInput={({ clientKey }) => ({ threadId, clientKey })}
      look="outline"
    >
      {t(viewer.following ? 'follow.on' : 'follow.off')}
    </ToggleForm>
  );
}

/** The same, and beside it a way to hear nothing of the thread at all. */
export function FollowOrMuteForms(props: { thread: FragmentType<typeof FollowForm_thread> }) {
  const t = useMessages('forum');
  const { id: threadId, viewer } = readFragment(FollowForm_thread, props.thread);
  return (
    <div className={styles.choices}>
      <FollowForm thread={props.thread} />
      <ToggleForm
        pressed={viewer.muted}
        on={{ mutation: 'muteThread', document: MuteThreadMutation }}
        off={{ mutation: 'unfollowThread', document: UnfollowThreadMutation }}
        hidden={{ threadId }}
        toInput={({ clientKey }) => ({ threadId, clientKey })}
        look="outline"
      >
        {t(viewer.muted ? 'mute.on' : 'mute.off')}
      </ToggleForm>
    </div>
  );
}
