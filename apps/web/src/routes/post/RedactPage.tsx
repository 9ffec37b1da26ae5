import { RedactForm } from '@kundig/moderation/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'redact.title',
  text: 'redact.text',
  isOffered: ({ viewer }) => viewer.mayRedact,
  showsPost: true,
  form: ({ id }) => <RedactForm postId={id} />,
});

export const { prefetch } = page;
export default page.default;
