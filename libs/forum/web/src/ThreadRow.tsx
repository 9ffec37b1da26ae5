import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Avatar,
  faceOf,
  Facts,
  Link,
  OfficialMark,
  Rows,
  StateMark,
  TimeText,
  TitleText,
  useMessages,
} from '@kundig/web-kit';
import { standingOf } from './thread-standing.js';
import styles from './ThreadRow.module.css';

const ThreadRow_thread = graphql(`
  fragment ThreadRow_thread on Thread {
    id
    path
    title
    kind
    lang
    solved
    replyCount
    sameProblemCount
    solutionExcerpt
    solutionOfficial
    lastPostAt
    pinned
    locked
    author {
      name
      kind
      pictureSeed
      picture
    }
    lastAuthor {
      kind
    }
    board {
      id
      name
      path
    }
  }
`);

interface ThreadRowProps {
  thread: FragmentType<typeof ThreadRow_thread>;
  /** Id of the board around the list: its own threads need not name it. */
  inBoard?: string;
  /** How many posts its viewer has not read. */
  unread?: number;
  /** Leads to the field for an answer, for those the list asks for one. */
  answerable?: boolean;
}

/** A thread in a list: what it is about, how it stands, and the solution if there is one. */
export function ThreadRow(props: ThreadRowProps) {
  const t = useMessages('forum');
  const thread = readFragment(ThreadRow_thread, props.thread);
  return (
    <article className={styles.row}>
      <Avatar {...faceOf(thread.author, thread.author.name)} className={styles.avatar} />
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link to={thread.path} lang={thread.lang}>
            <TitleText text={thread.title} />
          </Link>
        </h3>
        <Facts className={styles.facts}>
          <StateMark standing={standingOf(thread)} />
          {props.unread ? (
            <strong className={styles.news}>{t('row.news', { count: props.unread })}</strong>
          ) : null}
          {thread.pinned && <span>{t('row.pinned')}</span>}
          {thread.locked && <span>{t('row.locked')}</span>}
          {thread.replyCount > 0 && <span>{t('row.replies', { count: thread.replyCount })}</span>}
          {!thread.solved && thread.sameProblemCount > 0 && (
            <span>{t('row.same', { count: thread.sameProblemCount })}</span>
          )}
          {thread.board.id !== props.inBoard && <Link to={thread.board.path}>{thread.board.name}</Link>}
          <TimeText at={thread.lastPostAt} rounded={thread.lastAuthor.kind === 'PERSONA'} />
          {props.answerable && (
            <Link to={`${thread.path}#reply`} aria-label={t('row.answerTo', { title: thread.title })}>
              {t('row.answer')}
            </Link>
          )}
        </Facts>
        {thread.solutionExcerpt && (
          <p className={styles.solution} lang={thread.lang}>
            {thread.solutionOfficial ? <OfficialMark /> : <strong>{t('row.solution')}</strong>}{' '}
            {thread.solutionExcerpt}
          </p>
        )}
      </div>
    </article>
  );
}

interface ThreadListProps {
  threads: readonly (FragmentType<typeof ThreadRow_thread> & { id: string })[];
  /** Id of the board around the list. */
  inBoard?: string;
  /** Numbers of unread posts by the thread's id, where the list is the viewer's own. */
  news?: ReadonlyMap<string, number>;
  /** Each row leads to the field for an answer. */
  answerable?: boolean;
}

/** Threads one below the other. */
export function ThreadList({ threads, inBoard, news, answerable }: ThreadListProps) {
  return (
    <Rows>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadRow
            thread={thread}
            inBoard={inBoard}
            unread={news?.get(thread.id)}
            answerable={answerable}
          />
        </li>
      ))}
    </Rows>
  );
}
