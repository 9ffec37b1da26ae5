import { ModerateCommentForm } from '@kundig/moderation/web';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: ({ hiddenReason }) => (hiddenReason === null ? 'blog.hideComment' : 'blog.restoreComment'),
  isOffered: ({ viewerMayModerate }) => viewerMayModerate,
  showsComment: true,
  form: ({ comment }) => (
    <ModerateCommentForm commentId={comment.id} hidden={comment.hiddenReason !== null} />
  ),
});

export const { prefetch } = page;
export default page.default;
