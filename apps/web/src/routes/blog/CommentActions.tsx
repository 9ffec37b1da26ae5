import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { PrivateCommentForm } from '@kundig/blog/web';
import { IconDots, Link, Menu, useMessages, usePageRuntime } from '@kundig/web-kit';

const CommentActions_comment = graphql(`
  fragment CommentActions_comment on ArticleComment {
    id
    html
    hiddenReason
    viewerMayDelete
    viewerMayModerate
    viewerMayRedact
    viewerMaySpeakPrivately
    author {
      kind
      path
    }
    ...PrivateCommentForm_comment
  }
`);

/** What else can be done with a comment, each on a page of its own. */
export function CommentActions(props: { comment: FragmentType<typeof CommentActions_comment> }) {
  const t = useMessages('pages');
  const { viewer } = usePageRuntime();
  const comment = readFragment(CommentActions_comment, props.comment);
  const path = `/blog/comment/${comment.id}`;
  const isReadable = comment.html !== null;
  if (viewer === 'visitor' || (!isReadable && !comment.viewerMayModerate)) return null;
  return (
    <Menu label={t('post.more')} summary={<IconDots size={18} aria-hidden />}>
      <ul>
        {isReadable && (
          <li>
            <Link to={`${path}/report`}>{t('post.report')}</Link>
          </li>
        )}
        {isReadable && comment.viewerMayDelete && (
          <li>
            <Link to={`${path}/delete`}>{t('post.delete')}</Link>
          </li>
        )}
        {isReadable && comment.viewerMaySpeakPrivately && (
          <li>
            <PrivateCommentForm comment={comment} />
          </li>
        )}
        {isReadable && comment.viewerMayRedact && (
          <li>
            <Link to={`${path}/redact`}>{t('post.redact')}</Link>
          </li>
        )}
        {comment.viewerMayModerate && (
          <li>
            <Link to={`${path}/hide`}>{t('post.hide')}</Link>
          </li>
        )}
        {comment.viewerMayModerate && comment.author.kind === 'MEMBER' && (
          <li>
            <Link to={`${comment.author.path}/suspend`}>{t('post.suspend')}</Link>
          </li>
        )}
      </ul>
    </Menu>
  );
}
