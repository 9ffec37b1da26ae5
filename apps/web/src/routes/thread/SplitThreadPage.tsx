import { graphql } from '@kundig/api-contract';
import { SplitThreadForm } from '@kundig/moderation/web';
import {
  Breadcrumb,
  EmptyState,
  Narrow,
  PageNotFound,
  Pagination,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { assertPageExists, readPage } from '../list-state.js';

const SplitThreadPageQuery = graphql(`
  query SplitThreadPage($id: ID!, $page: Int!) {
    thread(id: $id) {
      id
      path
      title
      viewer {
        mayModerate
      }
      posts(page: $page) {
        page
        pageCount
        items {
          id
          ...SplitThreadForm_post
        }
      }
      ...SplitThreadForm_thread
    }
  }
`);

const variablesOf = ({ params, url }: PageProps) => ({ id: params.id!, page: readPage(url) });

export async function prefetch({ query, params, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const variables = variablesOf({ params, url });
  const { thread } = await query(SplitThreadPageQuery, variables);
  if (!thread?.viewer.mayModerate) throw new PageNotFound();
  assertPageExists(thread.posts);
  return { title: messages('pages')('split.title'), noindex: true };
}

/** Lets a moderator choose replies that become a thread of their own. */
export default function SplitThreadPage(props: PageProps) {
  const t = useMessages('pages');
  const { thread } = usePageQuery(SplitThreadPageQuery, variablesOf(props));
  if (!thread) return null;
  const { page, pageCount, items } = thread.posts;
  return (
    <Narrow>
      <Breadcrumb
        trail={[
          { href: thread.path, text: thread.title },
          { href: `${thread.path}/moderate`, text: t('moderate.title') },
        ]}
      />
      <h1>{t('split.title')}</h1>
      {items.length === 0 ? (
        <EmptyState text={t('split.nothing')} />
      ) : (
        <>
          <p>{t('split.text')}</p>
          <Pagination
            page={page}
            pageCount={pageCount}
            hrefOf={(other) => `${thread.path}/split?page=${other}`}
          />
          <SplitThreadForm key={page} thread={thread} replies={items} />
        </>
      )}
    </Narrow>
  );
}
