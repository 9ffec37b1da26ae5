import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  IconCheck,
  Link,
  OfficialMark,
  PrivateOpinionMark,
  Prose,
  staffEdge,
  TextFooter,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import { AuthorLine } from './AuthorLine.js';
import { ClaimNote } from './ClaimNote.js';
import { EditedMark } from './EditedMark.js';
import { ImportNote } from './ImportNote.js';
import { PostStubNote } from './PostStubNote.js';
import { solutionPlace } from './SolutionBox.js';
import { TextFold } from './TextFold.js';
import styles from './PostCard.module.css';

const PostCard_post = graphql(`
  fragment PostCard_post on Post {
    id
    byExpert
    path
    position
    kind
    isAsker
    html
    lang
    createdAt
    createdAtRounded
    editedAt
    solution
    privateOpinion
    official
    author {
      kind
      ...AuthorLine_author
      ...ClaimNote_author
    }
    stub {
      ...PostStubNote_stub
    }
    source {
      ...ImportNote_source
    }
  }
`);

// About one line at 1280 px; anything shorter is not worth a click.
const FOLD_FROM_CHARACTERS = 90;

interface PostCardProps {
  post: FragmentType<typeof PostCard_post>;
  /** What can be done with the post; other domains put their buttons here. */
  footer?: ReactNode;
  /** Marks the first post the viewer has not read yet. */
  firstUnread?: boolean;
}

/** A reply in its place in the thread. A solution, which stands in full below the question, is short here. */
export function PostCard({ firstUnread = false, footer, ...props }: PostCardProps) {
  const t = useMessages('forum');
  const post = readFragment(PostCard_post, props.post);
  const comment = post.kind === 'COMMENT';
  const above = post.solution && (post.html?.length ?? 0) > FOLD_FROM_CHARACTERS;
  return (
    <>
      {firstUnread && (
        <p className={styles.unread} id="unread">
          {t('post.unread')}
        </p>
      )}
      <article
        id={`p-${post.id}`}
        tabIndex={-1}
        className={clsx(
          styles.post,
          comment && styles.comment,
          post.author.kind === 'STAFF' && !post.privateOpinion && !post.official && staffEdge,
          post.official && styles.official,
        )}
        aria-label={t(comment ? 'post.commentLabel' : 'post.label', { position: post.position })}
      >
        <header className={styles.head}>
          <AuthorLine
            author={post.author}
            isExpert={post.byExpert}
            isAsker={post.isAsker}
            hanging={!comment}
          />
          {post.privateOpinion && <PrivateOpinionMark />}
          <Link to={post.path} className={styles.time}>
            <TimeText at={post.createdAt} rounded={post.createdAtRounded} />
          </Link>
          {post.editedAt && <EditedMark postId={post.id} />}
          {post.official && <OfficialMark />}
          {post.solution && (
            <a href={`#${solutionPlace(post.id)}`} className={styles.mark}>
              <IconCheck size={16} stroke={2.5} aria-hidden /> {t('post.solution')}
            </a>
          )}
        </header>
        {post.stub && <PostStubNote stub={post.stub} />}
        {post.html &&
          (above ? (
            <TextFold html={post.html} lang={post.lang} lines="one" unfold={t('post.unfold')} />
          ) : (
            <Prose html={post.html} lang={post.lang} />
          ))}
        {!post.stub && <ClaimNote author={post.author} />}
        {post.source && <ImportNote source={post.source} />}
        {footer && <TextFooter stub={Boolean(post.stub)}>{footer}</TextFooter>}
      </article>
    </>
  );
}
