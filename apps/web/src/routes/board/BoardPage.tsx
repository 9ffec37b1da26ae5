import { RequestAccessForm } from '@kundig/administration/web';
import { graphql, type ThreadState } from '@kundig/api-contract';
import { BoardCount, BoardLinks, ImportNote, ThreadList } from '@kundig/forum/web';
import { FaqList } from '@kundig/faq/web';
import { FollowBoardForms } from '@kundig/notifications/web';
import { SearchField } from '@kundig/search/web';
import { IncidentBanner, UrgentContact } from '@kundig/site/web';
import {
  Breadcrumb,
  Columns,
  EmptyState,
  LinkButton,
  PageNotFound,
  Pagination,
  Section,
  SegmentedLinks,
  useFeature,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { boardSteps, breadcrumbs, structuredData } from '../../page/structured-data.js';
import {
  address,
  assertPageExists,
  EMPTY_TEXTS,
  numberedTitle,
  readPage,
  readThreadState,
  stateParams,
} from '../list-state.js';
import styles from './BoardPage.module.css';

const BoardPageQuery = graphql(`
  query BoardPage($id: ID!, $page: Int!, $state: ThreadState!, $faq: Boolean!) {
    board(id: $id) {
      id
      name
      description
      path
      readable
      viewerMayPost
      membersMayPost
      closed
      ...BoardCount_board
      ...RequestAccessForm_board
      contact {
        ...UrgentContact_contact
      }
      ...FollowBoard_board
      parent {
        id
        name
        path
      }
      children {
        id
        ...BoardLink_board
      }
      pinned {
        id
        ...ThreadRow_thread
      }
      threads(page: $page, state: $state) {
        page
        pageCount
        items {
          id
          ...ThreadRow_thread
        }
      }
    }
    site {
      ...IncidentBanner_site
    }
    faq(boardId: $id, first: 3) @include(if: $faq) {
      id
      sources {
        url
        ...ImportNote_source
      }
      ...FaqList_entry
    }
  }
`);

const variablesOf = ({ params, url }: PageProps, faq: boolean) => ({
  faq,
  id: params.id!,
  page: readPage(url),
  state: readThreadState(url),
});

export async function prefetch(context: PrefetchContext) {
  const { query, params, url, isOn, messages, viewer } = context;
  const variables = variablesOf({ params, url }, isOn('faq'));
  const { board } = await query(BoardPageQuery, variables);
  if (!board) throw new PageNotFound();
  assertPageExists(board.threads);
  const redirect =
    board.path === url.pathname ? undefined : { path: board.path + url.search, permanent: true };
  return {
    redirect,
    title: numberedTitle(board.name, variables.page, messages('pages')),
    description: variables.page === 1 ? board.description : undefined,
    canonical: address(board.path, stateParams('ANY', variables.page)),
    noindex: variables.state !== 'ANY' || !board.readable || isThin(board),
    jsonLd: structuredData(breadcrumbs(context, boardSteps(board))),
    shared: { kind: 'board' as const, id: params.id!, shows: [board.name] },
    // Feeds show what visitors may read.
    feed:
      viewer === 'visitor' && board.readable ? { path: `${board.path}/feed`, title: board.name } : undefined,
  };
}

/** An empty place has nothing to find. */
const isThin = ({ threads, children }: { threads: { items: unknown[] }; children: unknown[] }) =>
  threads.items.length === 0 && children.length === 0;

const segments = [
  { state: 'ANY', key: 'list.all' },
  { state: 'OPEN', key: 'list.open' },
  { state: 'UNANSWERED', key: 'list.unanswered' },
  { state: 'SOLVED', key: 'list.solved' },
] as const;

/** Whoever may ask is invited to; an empty filter says nothing about the board. */
const emptyText = (state: ThreadState, mayAsk: boolean) =>
  state !== 'ANY' ? EMPTY_TEXTS[state] : mayAsk ? 'board.empty' : 'board.emptyYet';

export default function BoardPage(props: PageProps) {
  const t = useMessages('pages');
  const { viewer } = usePageRuntime();
  const variables = variablesOf(props, useFeature('faq'));
  const { board, faq = [], site } = usePageQuery(BoardPageQuery, variables);
  if (!board) return null;
  const { threads, pinned, children } = board;
  const asking = `/ask?board=${board.id}`;
  // Visitors are shown the way too: it leads over signing in, and back to the composer.
  const mayAsk = viewer === 'visitor' ? board.membersMayPost : board.viewerMayPost;
  const help = (
    <>
      {faq.length > 0 && (
        <Section title={t('board.faq')}>
          <FaqList
            entries={faq}
            linkText={t('faq.open')}
            note={({ sources }) =>
              sources.map((source) => <ImportNote key={source.url} source={source} adapted />)
            }
          />
        </Section>
      )}
      {children.length > 0 && (
        <Section title={t('board.children')}>
          <BoardLinks boards={children} />
        </Section>
      )}
    </>
  );
  return (
    <Columns aside={faq.length + children.length > 0 && help}>
      <IncidentBanner site={site} />
      <Breadcrumb trail={board.parent ? [{ href: board.parent.path, text: board.parent.name }] : []} />
      <div className={styles.head}>
        <h1>{board.name}</h1>
        <p>{board.description}</p>
        <BoardCount board={board} />
        <UrgentContact contact={board.contact} />
        {viewer === 'signed-in' && board.readable && <FollowBoardForms board={board} />}
      </div>
      {!board.readable ? (
        <>
          <EmptyState text={t('board.teaser')}>
            {viewer === 'visitor' && (
              <LinkButton to={`/sign-in?next=${encodeURIComponent(board.path)}`} look="filled">
                {t('frame.signIn')}
              </LinkButton>
            )}
          </EmptyState>
          {viewer === 'signed-in' && <RequestAccessForm board={board} />}
        </>
      ) : (
        <>
          {board.closed && <p>{t('board.isClosed')}</p>}
          <div className={styles.tools}>
            <SearchField label={t('board.search', { board: board.name })} boardId={board.id} />
            {mayAsk && (
              <LinkButton to={asking} look="filled">
                {t('board.ask', { board: board.name })}
              </LinkButton>
            )}
          </div>
          {pinned.length > 0 && (
            <details className={styles.pinned}>
              <summary>{t('board.pinned', { count: pinned.length })}</summary>
              <ThreadList threads={pinned} inBoard={board.id} />
            </details>
          )}
          <h2 className="visually-hidden">{t('board.threads')}</h2>
          <div className={styles.views}>
            <SegmentedLinks
              label={t('board.threads')}
              links={segments.map(({ state, key }) => ({
                href: address(board.path, stateParams(state)),
                text: t(key),
                current: state === variables.state,
              }))}
            />
          </div>
          {threads.items.length > 0 ? (
            <ThreadList threads={threads.items} inBoard={board.id} />
          ) : (
            <EmptyState text={t(emptyText(variables.state, mayAsk))}>
              {mayAsk && <LinkButton to={asking}>{t('frame.ask')}</LinkButton>}
            </EmptyState>
          )}
          <Pagination
            page={threads.page}
            pageCount={threads.pageCount}
            hrefOf={(page) => address(board.path, stateParams(variables.state, page))}
          />
        </>
      )}
    </Columns>
  );
}
