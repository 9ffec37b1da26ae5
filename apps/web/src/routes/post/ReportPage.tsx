import { ReportForm } from '@kundig/moderation/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'report.title',
  text: 'report.text',
  isOffered: ({ html }) => Boolean(html),
  showsPost: true,
  form: ({ id }) => <ReportForm postId={id} />,
});

export const { prefetch } = page;
export default page.default;
