import { DeletePostForm } from '@kundig/forum/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'delete.title',
  text: 'delete.text',
  isOffered: ({ viewer }) => viewer.mayDelete,
  showsPost: true,
  form: (post) => <DeletePostForm post={post} />,
});

export const { prefetch } = page;
export default page.default;
