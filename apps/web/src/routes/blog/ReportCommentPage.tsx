import { ReportCommentForm } from '@kundig/moderation/web';
import { commentActionPage } from './comment-action-page.js';

const page = commentActionPage({
  title: () => 'blog.reportComment',
  text: 'blog.reportCommentText',
  isOffered: ({ html }) => Boolean(html),
  showsComment: true,
  form: ({ comment }) => <ReportCommentForm commentId={comment.id} />,
});

export const { prefetch } = page;
export default page.default;
