import { graphql } from '@kundig/api-contract';
import { DeletePostForm } from '@kundig/forum/web';
import {
  PageNotFound,
  Prose,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { PostActionPage } from './PostActionPage.js';
import styles from './PostActionPage.module.css';

const DeletePageQuery = graphql(`
  query DeletePage($id: ID!) {
    post(id: $id) {
      id
      path
      html
      lang
      viewer {
        mayDelete
      }
      thread {
        id
        title
        path
      }
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { post } = await query(DeletePageQuery, { id: params.id! });
  if (!post?.viewer.mayDelete) throw new PageNotFound();
  return { title: messages('pages')('delete.title'), noindex: true };
}

export default function DeletePage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(DeletePageQuery, { id: params.id! });
  if (!post) return null;
  return (
    <PostActionPage title={t('delete.title')} text={t('delete.text')} thread={post.thread}>
      {post.html && <Prose html={post.html} lang={post.lang} className={styles.post} />}
      <DeletePostForm post={post} />
    </PostActionPage>
  );
}
