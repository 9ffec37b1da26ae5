import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Facts,
  IconCheck,
  Link,
  OfficialMark,
  PrivateOpinionMark,
  Prose,
  TextFooter,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import { ImportNote } from './ImportNote.js';
import styles from './SolutionBox.module.css';

const SolutionBox_post = graphql(`
  fragment SolutionBox_post on Post {
    id
    byExpert
    path
    html
    lang
    createdAt
    createdAtRounded
    privateOpinion
    official
    author {
      name
      ...AuthorLine_author
    }
    source {
      ...ImportNote_source
    }
  }
`);

interface SolutionBoxProps {
  solution: FragmentType<typeof SolutionBox_post>;
  /** Several solutions are stacked; only the first stands open. */
  open: boolean;
  footer?: ReactNode;
}

/** @returns the place in the page of an answer that stands below the question as its solution */
export const solutionPlace = (postId: string): string => `solution-${postId}`;

/** What the reader came for: the accepted answer, right below the question. */
export function SolutionBox({ open, footer, ...props }: SolutionBoxProps) {
  const t = useMessages('forum');
  const post = readFragment(SolutionBox_post, props.solution);
  return (
    <details open={open} className={styles.box}>
      <summary>
        <h2>
          <IconCheck size={20} stroke={2.5} aria-hidden /> {t('solution.title')}
        </h2>
        {post.official && <OfficialMark />}
        {!open && <span>{post.author.name}</span>}
      </summary>
      <div
        id={solutionPlace(post.id)}
        tabIndex={-1}
        className={clsx(styles.content, post.official && styles.official)}
      >
        <p className={styles.author}>
          <AuthorLine author={post.author} isExpert={post.byExpert} hanging />{' '}
          {post.privateOpinion && <PrivateOpinionMark />}
        </p>
        {post.html && <Prose html={post.html} lang={post.lang} />}
        {post.source && <ImportNote source={post.source} />}
        <Facts className={styles.facts}>
          <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
          <Link to={post.path}>{t('solution.inThread')}</Link>
        </Facts>
        {footer && <TextFooter className={styles.footer}>{footer}</TextFooter>}
      </div>
    </details>
  );
}
