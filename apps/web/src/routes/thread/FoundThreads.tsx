import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { EmptyState, Link, useMessages } from '@kundig/web-kit';
import styles from './FoundThreads.module.css';

const FoundThreads_hit = graphql(`
  fragment FoundThreads_hit on SearchHit {
    thread {
      id
      path
      title
      lang
      board {
        id
        name
      }
    }
  }
`);

interface FoundThreadsProps {
  hits: readonly FragmentType<typeof FoundThreads_hit>[];
  /** What was looked for. */
  words: string;
  /** The thread that is being cared for, which is none of them. */
  threadId: string;
  /** Where one of them is chosen. */
  hrefOf(path: string): string;
}

/** Threads from which a moderator chooses one. */
export function FoundThreads({ words, threadId, hrefOf, ...props }: FoundThreadsProps) {
  const t = useMessages('pages');
  const hits = readFragment(FoundThreads_hit, props.hits).filter(({ thread }) => thread.id !== threadId);
  if (hits.length === 0) return <EmptyState text={t('merge.nothing', { query: words })} />;
  return (
    <ul className={styles.hits}>
      {hits.map(({ thread: { id, path, title, lang, board } }) => (
        <li key={id}>
          <Link to={hrefOf(path)} lang={lang}>
            {title}
          </Link>
          <p>{board.name}</p>
        </li>
      ))}
    </ul>
  );
}
