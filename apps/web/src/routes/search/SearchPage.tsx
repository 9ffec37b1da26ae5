import { graphql, type SearchPeriod } from '@kundig/api-contract';
import {
  ArticleHits,
  HelpPageHits,
  NamedBoards,
  NamedMembers,
  RecommendedHit,
  SearchField,
  SearchFilters,
  SearchHits,
  SearchOperators,
} from '@kundig/search/web';
import {
  EmptyState,
  Link,
  LinkButton,
  type PageProps,
  Pagination,
  type PrefetchContext,
  Reading,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { assertPageExists, readPage, readThreadState } from '../list-state.js';
import styles from './SearchPage.module.css';

const SearchPageQuery = graphql(`
  query SearchPage($query: String!, $filter: SearchFilter, $page: Int!, $order: SearchOrder!) {
    search(query: $query, filter: $filter, page: $page, order: $order) {
      total
      page
      pageCount
      loosened
      correctedQuery
      boards {
        count
        board {
          id
          name
        }
      }
      namedBoards {
        ...NamedBoards_board
      }
      namedMembers {
        ...NamedMembers_member
      }
      recommended {
        ...RecommendedHit_answer
      }
      helpPages {
        ...HelpPageHits_page
      }
      articles {
        ...ArticleHits_hit
      }
      hits {
        ...SearchHits_hit
      }
    }
  }
`);

const LONGEST_QUERY = 200;
const LONGEST_ID = 64;
const PERIODS: Partial<Record<string, SearchPeriod>> = {
  ...{ day: 'DAY', week: 'WEEK', month: 'MONTH', year: 'YEAR' },
};

function variablesOf(url: URL) {
  const state = readThreadState(url);
  const boardId = url.searchParams.get('board')?.slice(0, LONGEST_ID) || undefined;
  const tag = url.searchParams.get('tag')?.slice(0, LONGEST_ID) || undefined;
  return {
    query: (url.searchParams.get('q') ?? '').trim().slice(0, LONGEST_QUERY),
    filter: {
      boardId,
      tag,
      state: state === 'ANY' ? undefined : state,
      since: PERIODS[url.searchParams.get('since') ?? ''],
      author: url.searchParams.get('author')?.trim().slice(0, LONGEST_ID) || undefined,
    },
    order: url.searchParams.get('sort') === 'newest' ? ('NEWEST' as const) : ('BEST' as const),
    page: readPage(url),
  };
}

export async function prefetch({ query, url, messages }: PrefetchContext) {
  const variables = variablesOf(url);
  if (variables.query) assertPageExists((await query(SearchPageQuery, variables)).search);
  const t = messages('pages');
  const title = variables.query ? t('search.resultsFor', { query: variables.query }) : t('search.title');
  return { title, noindex: true };
}

export default function SearchPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { query } = variablesOf(url);
  return (
    <Reading gap={4}>
      <h1>{t('search.title')}</h1>
      <SearchField key={query} id="query" size="big" query={query} />
      {query ? (
        <Results url={url} />
      ) : (
        <>
          <p className={styles.hint}>{t('search.hint')}</p>
          <SearchOperators />
        </>
      )}
    </Reading>
  );
}

function Results({ url }: { url: URL }) {
  const t = useMessages('pages');
  const variables = variablesOf(url);
  const { search } = usePageQuery(SearchPageQuery, variables);
  const { recommended, namedBoards, namedMembers, articles, helpPages, hits } = search;
  const named = namedBoards.length + namedMembers.length;
  const beside = named + articles.length + helpPages.length + (recommended ? 1 : 0);
  const boards = search.boards.map(({ board, count }) => ({ ...board, count }));
  const pageAddress = (page: number) => {
    const params = new URLSearchParams(url.search);
    params.set('page', String(page));
    return `/search?${params}`;
  };
  return (
    <>
      <SearchFilters url={url} boards={boards} />
      <p className={styles.hint} role="status">
        {t('search.total', { count: search.total + beside })}
        {search.correctedQuery && (
          <>
            {' · '}
            {t('search.corrected')}{' '}
            <Link to={`/search?q=${encodeURIComponent(search.correctedQuery)}`}>{search.correctedQuery}</Link>
          </>
        )}
        {search.loosened && ` · ${t('search.loosened')}`}
      </p>
      <div className={styles.found} data-results-of={variables.query}>
        {recommended && <RecommendedHit answer={recommended} />}
        <NamedBoards boards={namedBoards} />
        <NamedMembers members={namedMembers} />
        {articles.length > 0 && <ArticleHits hits={articles} />}
        {hits.length > 0 && <SearchHits hits={hits} />}
        <HelpPageHits pages={helpPages} />
      </div>
      {hits.length + beside === 0 && (
        <EmptyState text={t('search.nothing', { query: variables.query })}>
          <LinkButton to={`/ask?title=${encodeURIComponent(variables.query)}`} look="filled">
            {t('search.askThis')}
          </LinkButton>
        </EmptyState>
      )}
      <Pagination page={search.page} pageCount={search.pageCount} hrefOf={pageAddress} />
      {hits.length + beside > 0 && (
        <p className={styles.ask}>
          {t('search.notFound')}{' '}
          <Link to={`/ask?title=${encodeURIComponent(variables.query)}`}>{t('search.askThis')}</Link>
        </p>
      )}
    </>
  );
}
