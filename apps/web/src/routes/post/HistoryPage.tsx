import { graphql } from '@kundig/api-contract';
import { PostChanges } from '@kundig/forum/web';
import {
  Breadcrumb,
  EmptyState,
  Narrow,
  PageNotFound,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const HistoryPageQuery = graphql(`
  query HistoryPage($id: ID!) {
    post(id: $id) {
      id
      path
      lang
      thread {
        id
        title
        path
      }
    }
    postHistory(postId: $id) {
      number
      ...PostChanges_change
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { post, postHistory } = await query(HistoryPageQuery, { id: params.id! });
  if (!post || !postHistory) throw new PageNotFound();
  return { title: messages('pages')('history.title'), noindex: true };
}

/** What a post said before. */
export default function HistoryPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post, postHistory } = usePageQuery(HistoryPageQuery, { id: params.id! });
  if (!post || !postHistory) return null;
  return (
    <Narrow>
      <Breadcrumb
        trail={[
          { href: post.thread.path, text: post.thread.title },
          { href: post.path, text: t('history.post') },
        ]}
      />
      <h1>{t('history.title')}</h1>
      {postHistory.length === 0 ? (
        <EmptyState text={t('history.none')} />
      ) : (
        <PostChanges changes={postHistory} lang={post.lang} />
      )}
    </Narrow>
  );
}
