import { graphql, readFragment, type FollowState, type FragmentType } from '@kundig/api-contract';
import { IconBell, IconBellOff, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import styles from './FollowForms.module.css';

const FollowBoard_board = graphql(`
  fragment FollowBoard_board on Board {
    id
    following
  }
`);

const FollowBoardMutation = graphql(`
  mutation FollowBoard($input: FollowBoardInput!) {
    followBoard(input: $input) {
      ... on FollowBoardSuccess {
        path
        board {
          ...FollowBoard_board
        }
      }
      ...Refusal_error
    }
  }
`);

const FollowTag_tag = graphql(`
  fragment FollowTag_tag on Tag {
    id
    following
  }
`);

const FollowTagMutation = graphql(`
  mutation FollowTag($input: FollowTagInput!) {
    followTag(input: $input) {
      ... on FollowTagSuccess {
        path
        tag {
          ...FollowTag_tag
        }
      }
      ...Refusal_error
    }
  }
`);

/** The two things one can do with a board or tag beside reading it; each is taken back by the same button. */
const CHOICES = [
  { state: 'FOLLOWING', on: 'follow.on', off: 'follow.off', icon: IconBell },
  { state: 'MUTED', on: 'mute.on', off: 'mute.off', icon: IconBellOff },
] as const;

/** What a button does: what it says, or back to nothing. */
const next = (current: FollowState, state: FollowState): FollowState => (current === state ? 'NONE' : state);

/** Follow the new threads of a board, or be told of none. */
export function FollowBoardForms(props: { board: FragmentType<typeof FollowBoard_board> }) {
  const t = useMessages('notifications');
  const { id: boardId, following } = readFragment(FollowBoard_board, props.board);
  return (
    <div className={styles.choices}>
      {CHOICES.map(({ state, on, off, icon: Icon }) => (
        <MutationForm
          key={state}
          mutation="followBoard"
          document={FollowBoardMutation}
          hidden={{ boardId, state: next(following, state) }}
          toInput={({ clientKey }) => ({ boardId, state: next(following, state), clientKey })}
          then="stay"
          inline
        >
          <SubmitButton
            look="outline"
            size="small"
            aria-pressed={following === state}
            icon={<Icon size={18} aria-hidden />}
          >
            {t(following === state ? on : off)}
          </SubmitButton>
        </MutationForm>
      ))}
    </div>
  );
}

/** Follow the new threads that bear a tag, or be told of none. */
export function FollowTagForms(props: { tag: FragmentType<typeof FollowTag_tag> }) {
  const t = useMessages('notifications');
  const { id: tag, following } = readFragment(FollowTag_tag, props.tag);
  return (
    <div className={styles.choices}>
      {CHOICES.map(({ state, on, off, icon: Icon }) => (
        <MutationForm
          key={state}
          mutation="followTag"
          document={FollowTagMutation}
          hidden={{ tag, state: next(following, state) }}
          toInput={({ clientKey }) => ({ tag, state: next(following, state), clientKey })}
          then="stay"
          inline
        >
          <SubmitButton
            look="outline"
            size="small"
            aria-pressed={following === state}
            icon={<Icon size={18} aria-hidden />}
          >
            {t(following === state ? on : off)}
          </SubmitButton>
        </MutationForm>
      ))}
    </div>
  );
}
