import { RedactCommentForm } from '@kundig/moderation/web';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: () => 'redact.title',
  text: 'redact.commentText',
  isOffered: ({ viewerMayRedact }) => viewerMayRedact,
  showsComment: true,
  form: ({ comment }) => <RedactCommentForm commentId={comment.id} />,
});

export const { prefetch } = page;
export default page.default;
