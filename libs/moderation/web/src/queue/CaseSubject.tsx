import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, LinkButton, Prose, TimeText, useMessages } from '@kundig/web-kit';
import { LockThreadForm } from '../LockThreadForm.js';
import { CaseContext } from './CaseContext.js';
import styles from './ReportCaseItem.module.css';

const CaseSubject_post = graphql(`
  fragment CaseSubject_post on Post {
    id
    path
    html
    lang
    createdAt
    createdAtRounded
    viewerMaySuspend
    author {
      name
      path
    }
    stub {
      byAuthor
    }
    viewer {
      body
      isAuthor
      mayRedact
    }
    thread {
      id
      locked
    }
    ...CaseContext_post
  }
`);

const CaseSubject_comment = graphql(`
  fragment CaseSubject_comment on PlacedCommentObject {
    path
    comment {
      id
      html
      hiddenHtml
      lang
      createdAt
      deleted
      viewerMayRedact
      author {
        name
        path
        kind
      }
    }
  }
`);

interface CaseSubjectProps {
  post: FragmentType<typeof CaseSubject_post> | null;
  comment: FragmentType<typeof CaseSubject_comment> | null;
}

/** The post or comment to be decided about in full, what stands around it, and what else can be done about it. */
export function CaseSubject(props: CaseSubjectProps) {
  const t = useMessages('moderation');
  const post = readFragment(CaseSubject_post, props.post);
  const comment = readFragment(CaseSubject_comment, props.comment);
  const text = post ?? comment?.comment;
  if (!text) return <p className={styles.facts}>{t('reports.commentGone')}</p>;
  const isDeleted = post?.stub?.byAuthor ?? comment?.comment.deleted;
  return (
    <>
      <div className={styles.subject}>
        <p className={styles.facts}>
          {text.author.path ? <Link to={text.author.path}>{text.author.name}</Link> : text.author.name}
          {' · '}
          <TimeText at={text.createdAt} rounded={post?.createdAtRounded} />
        </p>
        {text.html ? (
          <Prose html={text.html} lang={text.lang} />
        ) : (
          <>
            <p className={styles.facts}>{t(isDeleted ? 'reports.deleted' : 'reports.hidden')}</p>
            {post?.viewer.body && (
              <p className={styles.source} lang={post.lang}>
                {post.viewer.body}
              </p>
            )}
            {comment?.comment.hiddenHtml && <Prose html={comment.comment.hiddenHtml} lang={text.lang} />}
          </>
        )}
      </div>
      {post && <CaseContext post={post} />}
      {comment && text.html && (
        <div className={styles.ways}>
          <LinkButton to={comment.path} look="quiet" size="small">
            {t('queue.toPost')}
          </LinkButton>
          {comment.comment.viewerMayRedact && (
            <LinkButton to={`/blog/comment/${comment.comment.id}/redact`} look="quiet" size="small">
              {t('redact.title')}
            </LinkButton>
          )}
          {comment.comment.author.kind === 'MEMBER' && (
            <LinkButton to={`${comment.comment.author.path}/suspend`} look="quiet" size="small">
              {t('queue.suspend')}
            </LinkButton>
          )}
        </div>
      )}
      {post && (
        <div className={styles.ways}>
          <LinkButton to={post.path} size="small">
            {t('queue.toPost')}
          </LinkButton>
          {post.viewer.mayRedact && (
            <LinkButton to={`/p/${post.id}/redact`} size="small">
              {t('redact.title')}
            </LinkButton>
          )}
          {post.viewerMaySuspend && !post.viewer.isAuthor && (
            <LinkButton to={`/p/${post.id}/suspend`} size="small">
              {t('queue.suspend')}
            </LinkButton>
          )}
          <LockThreadForm
            threadId={post.thread.id}
            locked={post.thread.locked}
            then="stay"
            look="outline"
            size="small"
          />
        </div>
      )}
    </>
  );
}
