import { graphql, readFragment, type FollowState, type FragmentType } from '@kundig/api-contract';
import { IconBell, IconBellOff, ToggleForm, useMessages, type ToggleWay } from '@kundig/web-kit';
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

/** Follow the new threads of a board, or be told of none. */
export function FollowBoardForms(props: { board: FragmentType<typeof FollowBoard_board> }) {
  const { id: boardId, following } = readFragment(FollowBoard_board, props.board);
  return (
    <FollowOrMute
      following={following}
      way={{ mutation: 'followBoard', document: FollowBoardMutation }}
      subject={{ boardId }}
    />
  );
}

/** Follow the new threads that bear a tag, or be told of none. */
export function FollowTagForms(props: { tag: FragmentType<typeof FollowTag_tag> }) {
  const { id: tag, following } = readFragment(FollowTag_tag, props.tag);
  return (
    <FollowOrMute
      following={following}
      way={{ mutation: 'followTag', document: FollowTagMutation }}
      subject={{ tag }}
    />
  );
}

interface FollowOrMuteProps<Result, Subject> {
  following: FollowState;
  way: ToggleWay<Result, { input: Subject & { state: FollowState; clientKey?: string | null } }>;
  subject: Subject;
}

function FollowOrMute<Result extends object, Subject extends Record<string, string>>(
  props: FollowOrMuteProps<Result, Subject>,
) {
  const { following, way, subject } = props;
  const t = useMessages('notifications');
  return (
    <div className={styles.choices}>
      {CHOICES.map((choice) => {
        const pressed = following === choice.state;
        const state: FollowState = pressed ? 'NONE' : choice.state;
        return (
          <ToggleForm
            key={choice.state}
            pressed={pressed}
            on={way}
            off={way}
            hidden={{ ...subject, state }}
            toInput={({ clientKey }) => ({ ...subject, state, clientKey })}
            look="outline"
            icon={<choice.icon size={18} aria-hidden />}
          >
            {t(pressed ? choice.on : choice.off)}
          </ToggleForm>
        );
      })}
    </div>
  );
}
