import { graphql } from '@kundig/api-contract';
import { ModeratePostForm } from '@kundig/moderation/web';
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

const HidePageQuery = graphql(`
  query HidePage($id: ID!) {
    post(id: $id) {
      id
      html
      lang
      viewer {
        mayModerate
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
  const { post } = await query(HidePageQuery, { id: params.id! });
  if (!post?.viewer.mayModerate) throw new PageNotFound();
  return { title: messages('pages')(post.html ? 'hide.title' : 'restore.title'), noindex: true };
}

export default function HidePage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(HidePageQuery, { id: params.id! });
  if (!post) return null;
  return (
    <PostActionPage title={t(post.html ? 'hide.title' : 'restore.title')} thread={post.thread}>
      {post.html && <Prose html={post.html} lang={post.lang} className={styles.post} />}
      <ModeratePostForm postId={post.id} hidden={!post.html} />
    </PostActionPage>
  );
}
