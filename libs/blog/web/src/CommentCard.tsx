import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  Avatar,
  faceOf,
  Link,
  PrivateOpinionMark,
  Prose,
  staffEdge,
  TextFooter,
  TimeText,
  useMessages,
} from '@kundig/web-kit';
import styles from './CommentCard.module.css';

const CommentCard_comment = graphql(`
  fragment CommentCard_comment on ArticleComment {
    id
    position
    lang
    html
    deleted
    hiddenReason
    privateOpinion
    createdAt
    author {
      id
      name
      kind
      role
      path
      pictureSeed
      picture
    }
  }
`);

interface CommentCardProps {
  comment: FragmentType<typeof CommentCard_comment>;
  /** What can be done with it; other domains put their buttons here. */
  footer?: ReactNode;
}

/** A comment in its place; what was taken away leaves a note. */
export function CommentCard({ comment: ref, footer }: CommentCardProps) {
  const t = useMessages('blog');
  const comment = readFragment(CommentCard_comment, ref);
  const { author } = comment;
  const isStaff = author.kind === 'STAFF';
  return (
    <article
      id={`c-${comment.id}`}
      tabIndex={-1}
      className={clsx(styles.comment, isStaff && !comment.privateOpinion && staffEdge)}
      aria-label={t('comment.label', { position: comment.position })}
    >
      <header className={styles.head}>
        <Avatar {...faceOf(author, author.name)} size={24} />
        {author.path ? (
          <Link to={author.path} className={styles.name}>
            {author.name}
          </Link>
        ) : (
          <span className={styles.name}>{author.name}</span>
        )}
        {isStaff && <span className={styles.staff}>{t('comment.staff')}</span>}
        {author.role && <span>{author.role}</span>}
        {comment.privateOpinion && <PrivateOpinionMark />}
        <TimeText at={comment.createdAt} />
      </header>
      {comment.html && <Prose html={comment.html} lang={comment.lang} />}
      {comment.deleted && <p className={styles.stub}>{t('comment.deleted')}</p>}
      {comment.hiddenReason && (
        <p className={styles.stub}>{t('comment.hidden', { reason: comment.hiddenReason })}</p>
      )}
      {footer && <TextFooter stub={comment.html === null}>{footer}</TextFooter>}
    </article>
  );
}
