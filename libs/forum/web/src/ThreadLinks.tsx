import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, StateMark, TitleText } from '@kundig/web-kit';
import { standingOf } from './thread-standing.js';
import styles from './ThreadLinks.module.css';

export const ThreadLinks_thread = graphql(`
  fragment ThreadLinks_thread on Thread {
    id
    path
    title
    kind
    lang
    solved
    replyCount
    solutionExcerpt
  }
`);

interface ThreadLinksProps {
  threads: readonly FragmentType<typeof ThreadLinks_thread>[];
  /** Shows whether each is solved, beside its title. */
  withStandings?: boolean;
  /** Shows the first line of each solution below its title. */
  withSolutions?: boolean;
  /** What can be done with a solved thread; stands below its solution. */
  actionOf?(thread: { path: string; title: string }): ReactNode;
}

/** Threads in a side column or under a title being typed: title and standing. */
export function ThreadLinks({
  threads,
  withStandings = true,
  withSolutions = false,
  actionOf,
}: ThreadLinksProps) {
  return (
    <ul className={clsx(styles.links, withSolutions && styles.told)}>
      {readFragment(ThreadLinks_thread, threads).map((thread) => (
        <li key={thread.id}>
          <Link to={thread.path} lang={thread.lang}>
            <TitleText text={thread.title} />
          </Link>
          {withStandings && <StateMark standing={standingOf(thread)} />}
          {withSolutions && thread.solutionExcerpt && <p lang={thread.lang}>{thread.solutionExcerpt}</p>}
          {thread.solved && actionOf?.(thread)}
        </li>
      ))}
    </ul>
  );
}
