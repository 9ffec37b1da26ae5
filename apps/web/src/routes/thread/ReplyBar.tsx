import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { FollowForm, SameProblemForm } from '@kundig/forum/web';
import { useMessages } from '@kundig/web-kit';
import { useWriter } from '../../page/use-writer.js';
import styles from './ReplyBar.module.css';

const ReplyBar_thread = graphql(`
  fragment ReplyBar_thread on Thread {
    id
    kind
    solved
    locked
    viewer {
      isAuthor
    }
    ...SameProblemForm_thread
    ...FollowForm_thread
  }
`);

/** What is done most at a thread, at hand on a phone until the field for an answer is in view. */
export function ReplyBar(props: { thread: FragmentType<typeof ReplyBar_thread> }) {
  const t = useMessages('pages');
  const { suspension } = useWriter();
  const thread = readFragment(ReplyBar_thread, props.thread);
  if (thread.locked || suspension) return null;
  const isOpen = thread.kind === 'QUESTION' && !thread.solved;
  return (
    <div className={styles.bar} data-reply-bar="" data-screen-only="">
      <a href="#reply">{t('thread.reply')}</a>
      {isOpen && !thread.viewer.isAuthor && <SameProblemForm thread={thread} />}
      <FollowForm thread={thread} />
    </div>
  );
}
