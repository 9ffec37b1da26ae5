import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { formStyles, Link, MutationForm, SubmitButton, useMessages } from '@kundig/web-kit';
import { CIRCLES } from './circles.js';
import { ReasonField } from './ReasonField.js';
import styles from './MergeThreadForm.module.css';

const MergeThreadForm_thread = graphql(`
  fragment MergeThreadForm_thread on Thread {
    id
    details {
      label
    }
    board {
      id
    }
    posts(page: 1) {
      total
    }
  }
`);

const MergeThreadForm_into = graphql(`
  fragment MergeThreadForm_into on Thread {
    id
    path
    title
    lang
    board {
      id
      name
      visibility
    }
    posts(page: 1) {
      total
    }
  }
`);

const MergeThreadMutation = graphql(`
  mutation MergeThread($input: MergeThreadInput!) {
    mergeThread(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

interface MergeThreadFormProps {
  thread: FragmentType<typeof MergeThreadForm_thread>;
  into: FragmentType<typeof MergeThreadForm_into>;
}

/** What becomes of two threads, and the button that makes them one. */
export function MergeThreadForm(props: MergeThreadFormProps) {
  const t = useMessages('moderation');
  const { id: threadId, details, board, posts } = readFragment(MergeThreadForm_thread, props.thread);
  const into = readFragment(MergeThreadForm_into, props.into);
  const first = into.posts.total + 2; // its opening post is none of the replies
  return (
    <MutationForm
      mutation="mergeThread"
      document={MergeThreadMutation}
      hidden={{ threadId, intoId: into.id }}
      toInput={(fields) => ({
        threadId,
        intoId: into.id,
        reason: fields.optional('reason'),
        clientKey: fields.clientKey,
      })}
      className={formStyles.form}
      label={t('merge.title')}
    >
      <div className={styles.target}>
        <Link to={into.path} lang={into.lang}>
          {into.title}
        </Link>
        <p>
          {into.board.visibility === 'PUBLIC'
            ? into.board.name
            : `${into.board.name} (${t(CIRCLES[into.board.visibility])})`}
        </p>
      </div>
      <ul className={styles.effects}>
        <li>{t('merge.posts', { count: posts.total + 1, first })}</li>
        <li>{t(details.length > 0 ? 'merge.titleAndDetails' : 'merge.titleStays')}</li>
        <li>{t('merge.addresses')}</li>
        <li>{t('merge.voices')}</li>
        {into.board.id !== board.id && <li>{t('merge.otherBoard', { board: into.board.name })}</li>}
        <li>{t('merge.undo')}</li>
      </ul>
      <ReasonField />
      <SubmitButton>{t('merge.send')}</SubmitButton>
    </MutationForm>
  );
}
