import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, LinkButton, Prose, TimeText, useMessages } from '@kundig/web-kit';
import { LockThreadForm } from '../LockThreadForm.js';
import { CaseContext } from './CaseContext.js';
import styles from './ReportCaseItem.module.css';

const CaseSubject_case = graphql(`
  fragment CaseSubject_case on ReportCase {
    id
    post {
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
      viewer {
        body
        isAuthor
        mayRedact
      }
      thread {
        id
        locked
      }
    }
    comment {
      path
      comment {
        id
        html
        lang
        createdAt
        viewerMayRedact
        author {
          name
          path
          kind
        }
      }
    }
    ...CaseContext_case
  }
`);

/** The reported post or comment in full, what stands around it, and what else can be done about it. */
export function CaseSubject(props: { item: FragmentType<typeof CaseSubject_case> }) {
  const t = useMessages('moderation');
  const item = readFragment(CaseSubject_case, props.item);
  const { post, comment } = item;
  const text = post ?? comment?.comment;
  if (!text) return <p className={styles.facts}>{t('reports.commentGone')}</p>;
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
            <p className={styles.facts}>{t('reports.hidden')}</p>
            {post?.viewer.body && (
              <p className={styles.source} lang={post.lang}>
                {post.viewer.body}
              </p>
            )}
          </>
        )}
      </div>
      <CaseContext item={item} />
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
