import { DeleteCommentForm } from '@kundig/blog/web';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: () => 'blog.deleteComment',
  text: 'delete.text',
  isOffered: ({ html, viewerMayDelete }) => Boolean(html) && viewerMayDelete,
  showsComment: true,
  form: ({ comment, path }) => <DeleteCommentForm commentId={comment.id} path={path} />,
});

export const { prefetch } = page;
export default page.default;
