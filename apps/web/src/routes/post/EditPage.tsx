import { graphql } from '@kundig/api-contract';
import { EditPostForm } from '@kundig/forum/web';
import {
  PageNotFound,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { PostActionPage } from './PostActionPage.js';

const EditPageQuery = graphql(`
  query EditPage($id: ID!) {
    post(id: $id) {
      id
      kind
      viewer {
        mayEdit
      }
      thread {
        id
        title
        path
        tags
      }
      ...EditPostForm_post
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { post } = await query(EditPageQuery, { id: params.id! });
  if (!post?.viewer.mayEdit) throw new PageNotFound();
  return { title: messages('pages')('edit.title'), noindex: true };
}

export default function EditPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(EditPageQuery, { id: params.id! });
  if (!post) return null;
  return (
    <PostActionPage title={t('edit.title')} text={t('edit.text')} thread={post.thread}>
      <EditPostForm post={post} opening={post.kind === 'OPENING' ? post.thread : undefined} />
    </PostActionPage>
  );
}
