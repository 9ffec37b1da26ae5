import { graphql } from '@kundig/api-contract';
import { ThreadList } from '@kundig/forum/web';
import { FollowTagForms } from '@kundig/notifications/web';
import {
  Breadcrumb,
  EmptyState,
  LinkButton,
  type PageProps,
  type PrefetchContext,
  Reading,
  SegmentedLinks,
  useMessages,
  usePageQuery,
  usePageRuntime,
} from '@kundig/web-kit';
import { breadcrumbs, structuredData } from '../../page/structured-data.js';
import { address, EMPTY_TEXTS, readThreadState, stateParams } from '../list-state.js';

const TagPageQuery = graphql(`
  query TagPage($tag: String!, $state: ThreadState!, $after: String) {
    tag(id: $tag) {
      ...FollowTag_tag
    }
    threads(tag: $tag, state: $state, first: 20, after: $after) {
      endCursor
      hasNextPage
      items {
        id
        ...ThreadRow_thread
      }
    }
  }
`);

const LONGEST_CURSOR = 200;

const variablesOf = ({ params, url }: PageProps) => ({
  tag: params.tag!,
  state: readThreadState(url),
  after: url.searchParams.get('after')?.slice(0, LONGEST_CURSOR),
});

/** Fewer threads say less here than on their own pages. */
const LEAST_THREADS = 2;

export async function prefetch(context: PrefetchContext) {
  const { query, params, url, messages } = context;
  const variables = variablesOf({ params, url });
  const { threads } = await query(TagPageQuery, variables);
  const t = messages('pages');
  const title = t('tag.title', { tag: params.tag! });
  const path = `/tag/${encodeURIComponent(params.tag!)}`;
  return {
    title,
    description: t('tag.description', { tag: params.tag! }),
    canonical: path,
    feed: { path: `${path}/feed`, title },
    jsonLd: structuredData(breadcrumbs(context, [{ path, name: title }])),
    noindex:
      threads.items.length < LEAST_THREADS || variables.state !== 'ANY' || variables.after !== undefined,
  };
}

const segments = [
  { state: 'ANY', key: 'list.all' },
  { state: 'OPEN', key: 'list.open' },
  { state: 'UNANSWERED', key: 'list.unanswered' },
  { state: 'SOLVED', key: 'list.solved' },
] as const;

export default function TagPage(props: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(props);
  const { viewer } = usePageRuntime();
  const { tag, threads } = usePageQuery(TagPageQuery, variables);
  const path = `/tag/${encodeURIComponent(variables.tag)}`;
  const more = new URLSearchParams(stateParams(variables.state));
  if (threads.endCursor) more.set('after', threads.endCursor);
  return (
    <Reading gap={3}>
      <div>
        <Breadcrumb trail={[]} />
        <h1>{t('tag.title', { tag: variables.tag })}</h1>
        {viewer === 'signed-in' && <FollowTagForms tag={tag} />}
      </div>
      <h2 className="visually-hidden">{t('board.threads')}</h2>
      <SegmentedLinks
        label={t('board.threads')}
        links={segments.map(({ state, key }) => ({
          href: address(path, stateParams(state)),
          text: t(key),
          current: state === variables.state,
        }))}
      />
      {threads.items.length > 0 ? (
        <ThreadList threads={threads.items} />
      ) : (
        <EmptyState text={t(variables.state === 'ANY' ? 'tag.empty' : EMPTY_TEXTS[variables.state])} />
      )}
      {threads.hasNextPage && <LinkButton to={address(path, more.toString())}>{t('list.more')}</LinkButton>}
    </Reading>
  );
}
