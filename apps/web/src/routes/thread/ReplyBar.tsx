import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import { useWriter } from '../../page/use-writer.js';
import styles from './ReplyBar.module.css';

const ReplyBar_thread = graphql(`
  fragment ReplyBar_thread on Thread {
    id
    locked
  }
`);

/** The way to the field for an answer, at hand on a phone until it is in view. */
export function ReplyBar(props: { thread: FragmentType<typeof ReplyBar_thread> }) {
  const t = useMessages('pages');
  const { suspension } = useWriter();
  const thread = readFragment(ReplyBar_thread, props.thread);
  if (thread.locked || suspension) return null;
  return (
    <div className={styles.bar} data-reply-bar="" data-screen-only="">
      <a href="#reply">{t('thread.reply')}</a>
    </div>
  );
}
