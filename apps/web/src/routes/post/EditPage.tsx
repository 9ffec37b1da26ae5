import { AttachFiles } from '@kundig/files/web';
import { EditPostForm } from '@kundig/forum/web';
import { LeakGuard } from '@kundig/leak-guard/web';
import { postActionPage } from './post-action-page.js';

const page = postActionPage({
  title: () => 'edit.title',
  text: 'edit.text',
  isOffered: ({ viewer }) => viewer.mayEdit,
  showsPost: false,
  form: (post) => (
    <EditPostForm
      post={post}
      opening={post.kind === 'OPENING' ? post.thread : undefined}
      attachments={<AttachFiles />}
      guard={<LeakGuard isPublished isAnonymous={post.thread.viewer.voice === 'ANONYMOUS'} />}
    />
  ),
});

export const { prefetch } = page;
export default page.default;
