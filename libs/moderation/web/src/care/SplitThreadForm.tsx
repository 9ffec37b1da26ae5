import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Checkbox,
  formStyles,
  MutationForm,
  Prose,
  Select,
  SubmitButton,
  TextField,
  TimeText,
  useFormState,
  useMessages,
} from '@kundig/web-kit';
import { BoardOptions } from './BoardOptions.js';
import { ReasonField } from './ReasonField.js';
import styles from './SplitThreadForm.module.css';

const SplitThreadForm_thread = graphql(`
  fragment SplitThreadForm_thread on Thread {
    id
    board {
      id
      ...BoardOptions_board
    }
    moveTargets {
      id
      ...BoardOptions_board
    }
  }
`);

const SplitThreadForm_post = graphql(`
  fragment SplitThreadForm_post on Post {
    id
    html
    lang
    createdAt
    createdAtRounded
    author {
      id
      name
    }
    stub {
      reason
    }
  }
`);

const SplitThreadMutation = graphql(`
  mutation SplitThread($input: SplitThreadInput!) {
    splitThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

type ReplyRef = FragmentType<typeof SplitThreadForm_post>;

interface SplitThreadFormProps {
  thread: FragmentType<typeof SplitThreadForm_thread>;
  /** Replies of one page of the thread. */
  replies: readonly ReplyRef[];
}

/** Makes chosen replies a thread of their own. */
export function SplitThreadForm(props: SplitThreadFormProps) {
  const t = useMessages('moderation');
  const { id: threadId, board, moveTargets } = readFragment(SplitThreadForm_thread, props.thread);
  return (
    <MutationForm
      mutation="splitThread"
      document={SplitThreadMutation}
      hidden={{ threadId }}
      toInput={(fields) => ({
        threadId,
        postIds: fields.all('postIds'),
        following: fields.checked('following'),
        title: fields.text('title'),
        boardId: fields.text('boardId'),
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('split.title')}
    >
      <Replies replies={props.replies} />
      <Checkbox name="following" label={t('split.following')} hint={t('split.followingHint')} optional />
      <TextField name="title" label={t('split.newTitle')} minLength={8} maxLength={150} autoComplete="off" />
      <Select name="boardId" label={t('care.board')} defaultValue={board.id}>
        <BoardOptions boards={[board, ...moveTargets]} />
      </Select>
      <ReasonField />
      <SubmitButton>{t('split.send')}</SubmitButton>
    </MutationForm>
  );
}

function Replies(props: { replies: readonly ReplyRef[] }) {
  const t = useMessages('moderation');
  const { typed } = useFormState();
  const replies = readFragment(SplitThreadForm_post, props.replies);
  const chosen = new Set([typed?.postIds ?? []].flat());
  return (
    <fieldset className={styles.replies}>
      <legend>{t('split.which')}</legend>
      {replies.map(({ id, html, lang, createdAt, createdAtRounded, author, stub }) => (
        <label key={id} className={styles.reply}>
          <input type="checkbox" name="postIds" value={id} defaultChecked={chosen.has(id)} />
          <span className={styles.facts}>
            {author.name} · <TimeText at={createdAt} rounded={createdAtRounded} />
          </span>
          {html ? (
            <Prose html={html} lang={lang} className={styles.text} />
          ) : (
            <span className={styles.facts}>{stub?.reason}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
