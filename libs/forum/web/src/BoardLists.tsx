import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { IconLock, Link, TimeText, TitleText, useMessages } from '@kundig/web-kit';
import styles from './BoardLists.module.css';

const BoardLink_board = graphql(`
  fragment BoardLink_board on Board {
    id
    name
    path
    readable
    threadCount
  }
`);

type BoardLinkRef = FragmentType<typeof BoardLink_board>;

// Under ten a count says "nobody is here", which helps nobody.
const SMALLEST_COUNT = 10;
const CHIPS_SHOWN = 6;

/** The boards as a handful of chips, where every pixel counts. */
export function BoardChips({ boards }: { boards: readonly BoardLinkRef[] }) {
  return (
    <ul className={styles.chips}>
      {readFragment(BoardLink_board, boards.slice(0, CHIPS_SHOWN)).map((board) => (
        <li key={board.id}>
          <Link to={board.path}>{board.name}</Link>
        </li>
      ))}
    </ul>
  );
}

const BoardCount_board = graphql(`
  fragment BoardCount_board on Board {
    id
    readable
    threadCount
    children {
      id
    }
  }
`);

/** How many threads the list of a board holds, those of its sub-boards among them. */
export function BoardCount(props: { board: FragmentType<typeof BoardCount_board> }) {
  const t = useMessages('forum');
  const { readable, threadCount: count, children } = readFragment(BoardCount_board, props.board);
  if (!readable || count < SMALLEST_COUNT) return null;
  return (
    <p className={styles.count}>
      {t(children.length > 0 ? 'board.threadsInAll' : 'board.threads', { count })}
    </p>
  );
}

/** The boards as a list with their counts. */
export function BoardLinks({ boards }: { boards: readonly BoardLinkRef[] }) {
  const t = useMessages('forum');
  return (
    <ul className={styles.links}>
      {readFragment(BoardLink_board, boards).map((board) => (
        <li key={board.id}>
          <Link to={board.path}>{board.name}</Link>
          {!board.readable && <IconLock size={16} aria-label={t('board.closed')} />}
          {board.readable && board.threadCount >= SMALLEST_COUNT && (
            <span>{t('board.threads', { count: board.threadCount })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const BoardTree_board = graphql(`
  fragment BoardTree_board on Board {
    id
    name
    path
    description
    readable
    openCount
    threadCount
    children {
      id
      name
      path
    }
    newestThread {
      id
      path
      title
      lang
      lastPostAt
      lastAuthor {
        kind
      }
    }
  }
`);

/** Every board with what it is for, its sub-boards and the newest thread. */
export function BoardTree({ boards }: { boards: readonly FragmentType<typeof BoardTree_board>[] }) {
  const t = useMessages('forum');
  return (
    <ul className={styles.tree}>
      {readFragment(BoardTree_board, boards).map((board) => (
        <li key={board.id}>
          <h3>
            <Link to={board.path}>{board.name}</Link>
            {!board.readable && <IconLock size={16} aria-label={t('board.closed')} />}
          </h3>
          <p className={styles.description}>{board.description}</p>
          {board.children.length > 0 && (
            <ul className={styles.children}>
              {board.children.map((child) => (
                <li key={child.id}>
                  <Link to={child.path}>{child.name}</Link>
                </li>
              ))}
            </ul>
          )}
          {board.newestThread && (
            <p className={styles.newest}>
              <Link to={board.newestThread.path} lang={board.newestThread.lang}>
                <TitleText text={board.newestThread.title} />
              </Link>{' '}
              <TimeText
                at={board.newestThread.lastPostAt}
                rounded={board.newestThread.lastAuthor.kind === 'PERSONA'}
              />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
