import { ModeratePostForm } from '@kundig/moderation/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: ({ html }) => (html ? 'hide.title' : 'restore.title'),
  isOffered: ({ viewer }) => viewer.mayModerate,
  showsPost: true,
  form: ({ id, html }) => <ModeratePostForm postId={id} hidden={!html} />,
});

export const { prefetch } = page;
export default page.default;
