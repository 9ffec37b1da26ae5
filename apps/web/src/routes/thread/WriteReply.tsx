import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { AttachFiles } from '@kundig/files/web';
import { quoteHtml, ReplyForm } from '@kundig/forum/web';
import { LeakGuard } from '@kundig/leak-guard/web';
import { EmptyState, Link, LinkButton, Sheet, useMessages, usePageRuntime } from '@kundig/web-kit';
import { useWriter } from '../../page/use-writer.js';
import { MayWrite } from '../MayWrite.js';
import styles from './WriteReply.module.css';

const WriteReply_thread = graphql(`
  fragment WriteReply_thread on Thread {
    id
    locked
    hidden
    slowMinutes
    duplicateOf {
      id
      path
      title
      lang
    }
    viewer {
      mayReply
      voice
    }
    ...ReplyForm_thread
  }
`);

interface WriteReplyProps {
  thread: FragmentType<typeof WriteReply_thread>;
  /** The post the answer begins with a quotation of. */
  quoted?: { id: string; html?: string | null; author: { name: string } };
}

/** The end of a thread: the field for an answer, or why there is none. */
export function WriteReply(props: WriteReplyProps) {
  const t = useMessages('pages');
  return (
    <section id="reply" className={styles.reply} aria-label={t('thread.write')} data-screen-only="">
      <h2>{t('thread.write')}</h2>
      <ReplyField {...props} />
    </section>
  );
}

function ReplyField({ quoted, ...props }: WriteReplyProps) {
  const t = useMessages('pages');
  const { viewer: visitor, path } = usePageRuntime();
  const { name, isStaff } = useWriter();
  const thread = readFragment(WriteReply_thread, props.thread);
  if (thread.viewer.mayReply)
    return (
      <MayWrite asPersona={thread.viewer.voice === 'ANONYMOUS'}>
        {thread.slowMinutes !== null && (
          <p className={styles.slow}>{t('thread.slow', { count: thread.slowMinutes })}</p>
        )}
        {thread.duplicateOf && (
          <p className={styles.slow}>
            {t('thread.goesOnIn')}{' '}
            <Link to={`${thread.duplicateOf.path}#reply`} lang={thread.duplicateOf.lang}>
              {thread.duplicateOf.title}
            </Link>
          </p>
        )}
        <Sheet>
          <ReplyForm
            key={quoted?.id}
            thread={thread}
            name={name}
            isStaff={isStaff}
            quote={quoted?.html ? quoteHtml(quoted.html, quoted.author.name) : undefined}
            attachments={<AttachFiles />}
            guard={<LeakGuard isAnonymous={thread.viewer.voice === 'ANONYMOUS'} />}
          />
        </Sheet>
      </MayWrite>
    );
  if (thread.hidden) return <EmptyState text={t('thread.hiddenHint')} />;
  if (thread.locked) return <EmptyState text={t('thread.lockedHint')} />;
  if (visitor === 'signed-in') return <EmptyState text={t('thread.mayNotReply')} />;
  return (
    <EmptyState text={t('thread.signInHint')}>
      <LinkButton to={`/sign-in?next=${encodeURIComponent(path)}`} look="filled">
        {t('frame.signIn')}
      </LinkButton>
      <LinkButton to="/register">{t('account.register')}</LinkButton>
    </EmptyState>
  );
}
