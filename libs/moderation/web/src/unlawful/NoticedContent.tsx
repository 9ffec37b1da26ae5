import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Link, useMessages } from '@kundig/web-kit';
import { CaseSubject } from '../queue/CaseSubject.js';
import styles from './NoticeItem.module.css';

const NoticedContent_content = graphql(`
  fragment NoticedContent_content on NoticedContent {
    kind
    addresses
    post {
      id
      thread {
        title
        path
        lang
        board {
          name
        }
      }
      ...CaseSubject_post
    }
    comment {
      articleTitle
      articleLang
      path
      comment {
        id
      }
      ...CaseSubject_comment
    }
  }
`);

/** What is said of an address where there is no post and no comment to be shown. */
const remarkKeys = {
  POST: 'unlawful.postGone',
  COMMENT: 'reports.commentGone',
  ARTICLE: 'unlawful.article',
  NOTHING: 'unlawful.nothing',
  ELSEWHERE: 'unlawful.elsewhere',
  FOREIGN: 'unlawful.foreign',
} as const;

/** One thing a notice points to: the post or comment with all that can be done about it, or why there is none. */
export function NoticedContent(props: { content: FragmentType<typeof NoticedContent_content> }) {
  const t = useMessages('moderation');
  const { kind, addresses, post, comment } = readFragment(NoticedContent_content, props.content);
  return (
    <section className={styles.content}>
      {post && (
        <h3 lang={post.thread.lang}>
          <Link to={post.thread.path}>{post.thread.title}</Link>
        </h3>
      )}
      {comment && (
        <h3 lang={comment.articleLang}>
          <Link to={comment.path}>{comment.articleTitle}</Link>
        </h3>
      )}
      {(post ?? comment) && <p className={styles.facts}>{post ? post.thread.board.name : t('queue.blog')}</p>}
      <ul className={styles.addresses}>
        {addresses.map((address) => (
          <li key={address}>
            <a href={address}>{address}</a>
          </li>
        ))}
      </ul>
      {post || comment ? (
        <CaseSubject post={post} comment={comment} />
      ) : (
        <p className={styles.remark}>{t(remarkKeys[kind])}</p>
      )}
    </section>
  );
}
