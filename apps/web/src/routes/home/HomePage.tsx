import { graphql, type ThreadState } from '@kundig/api-contract';
import { ArticleList } from '@kundig/blog/web';
import { BoardChips, BoardLinks, BoardTree, ThreadList } from '@kundig/forum/web';
import { ThanksThisWeek } from '@kundig/merits/web';
import { SearchField } from '@kundig/search/web';
import { IncidentBanner, IncidentHint, OfferCard, SetupNotice, UrgentContact } from '@kundig/site/web';
import {
  Columns,
  EmptyState,
  isOn,
  Link,
  LinkButton,
  Section,
  SegmentedLinks,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PageRuntime,
  type PrefetchContext,
} from '@kundig/web-kit';
import { siteThing, structuredData } from '../../page/structured-data.js';
import { EMPTY_TEXTS, readThreadState, stateParams } from '../list-state.js';
import styles from './HomePage.module.css';

const HomePageQuery = graphql(`
  query HomePage(
    $state: ThreadState!
    $after: String
    $first: Int!
    $mine: Boolean!
    $blog: Boolean!
    $ranking: Boolean!
  ) {
    viewer {
      ...SetupNotice_viewer
      incidentHint {
        ...IncidentHint_hint
      }
    }
    site {
      medianAnswerMinutes
      ...IncidentBanner_site
      contact {
        ...UrgentContact_contact
      }
      offer {
        ...OfferCard_offer
      }
    }
    myOpenQuestions(first: 6) @include(if: $mine) {
      id
      viewer {
        unreadCount
      }
      ...ThreadRow_thread
    }
    questionsForMyExpertise(first: 6) @include(if: $mine) {
      id
      ...ThreadRow_thread
    }
    threads(state: $state, order: ACTIVITY, first: $first, after: $after) @skip(if: $mine) {
      endCursor
      hasNextPage
      items {
        id
        ...ThreadRow_thread
      }
    }
    articles(first: 3) @include(if: $blog) {
      items {
        id
        ...ArticleList_article
      }
    }
    boards {
      id
      ...BoardLink_board
      ...BoardTree_board
    }
    thanksThisWeek @include(if: $ranking) {
      kudos
      solutions
      ...ThanksThisWeek_thanks
    }
  }
`);

/** The tab of somebody signed in; visitors have nothing there. */
const isMine = (url: URL, viewer: PageRuntime['viewer']) =>
  viewer === 'signed-in' && url.searchParams.get('tab') === 'mine';

const LONGEST_CURSOR = 200;
/** Place in the page of the threads, for who goes on to the next. */
const THREADS = 'threads';

/** The first threads beside all the rest of the page, and more of them to who came for threads alone. */
const rangeOf = (url: URL) => {
  const after = url.searchParams.get('after')?.slice(0, LONGEST_CURSOR) || undefined;
  return { after, first: after ? 20 : 6 };
};

const variablesOf = (
  url: URL,
  viewer: PageRuntime['viewer'],
  on: (feature: 'blog' | 'ranking') => boolean,
) => ({
  state: readThreadState(url),
  ...rangeOf(url),
  mine: isMine(url, viewer),
  ...{ blog: on('blog'), ranking: on('ranking') },
});

export async function prefetch(context: PrefetchContext) {
  const { query, url, siteName, viewer, messages, isOn: on } = context;
  const variables = variablesOf(url, viewer, on);
  await query(HomePageQuery, variables);
  const description = messages('pages')('home.description');
  return {
    title: siteName,
    description,
    jsonLd: structuredData(siteThing(context, description)),
    canonical: '/',
    noindex: variables.after !== undefined,
  };
}

const tabs = [
  { state: 'ANY', key: 'home.newest' },
  { state: 'OPEN', key: 'home.open' },
  { state: 'SOLVED', key: 'home.solved' },
] as const;

/** An empty filter says nothing about the community. */
const emptyText = (mine: boolean, state: ThreadState) =>
  mine ? 'home.mineEmpty' : state === 'ANY' ? 'home.empty' : EMPTY_TEXTS[state];

export default function HomePage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer: who, site: known } = usePageRuntime();
  const variables = variablesOf(url, who, (feature) => isOn(known, feature));
  const { state, mine } = variables;
  const {
    viewer,
    site,
    threads,
    myOpenQuestions,
    questionsForMyExpertise,
    boards,
    articles,
    thanksThisWeek,
  } = usePageQuery(HomePageQuery, variables);
  const more = new URLSearchParams(stateParams(state));
  if (threads?.endCursor) more.set('after', threads.endCursor);
  const shown = myOpenQuestions ?? threads?.items ?? [];
  return (
    <>
      <SetupNotice viewer={viewer} />
      {viewer.incidentHint && <IncidentHint hint={viewer.incidentHint} />}
      <IncidentBanner site={site} />
      <div className={styles.hero}>
        <h1>{t('home.title')}</h1>
        <div className={styles.search}>
          <SearchField size="big" />
        </div>
        <div className={styles.actions}>
          <LinkButton to="/ask" look="filled">
            {t('frame.ask')}
          </LinkButton>
          <LinkButton to="/ask?kind=discussion">{t('home.discuss')}</LinkButton>
        </div>
        {site.medianAnswerMinutes !== null && (
          <p className={styles.promise}>
            {t('home.median', { count: Math.max(1, Math.round((site.medianAnswerMinutes ?? 0) / 60)) })}
          </p>
        )}
        {site.contact && (
          <div className={styles.urgent}>
            <UrgentContact contact={site.contact} />
          </div>
        )}
        <div className={styles.chips}>
          <BoardChips boards={boards} />
        </div>
      </div>
      <Columns
        asideOnlyBeside
        aside={
          <>
            {boards.length > 0 && (
              <Section title={t('home.boards')}>
                <BoardLinks boards={boards} />
              </Section>
            )}
            <UrgentContact contact={site.contact} />
          </>
        }
      >
        <h2 id={THREADS} tabIndex={-1} className="visually-hidden">
          {t('home.threads')}
        </h2>
        <div className={styles.views}>
          <SegmentedLinks
            label={t('home.threads')}
            links={[
              ...(who === 'signed-in' ? [{ href: '/?tab=mine', text: t('home.mine'), current: mine }] : []),
              ...tabs.map((tab) => ({
                href: tab.state === 'ANY' ? '/' : `/?${stateParams(tab.state)}`,
                text: t(tab.key),
                current: !mine && tab.state === state,
              })),
            ]}
          />
        </div>
        {shown.length > 0 ? (
          <ThreadList
            threads={shown}
            news={new Map(myOpenQuestions?.map(({ id, viewer: { unreadCount } }) => [id, unreadCount]))}
          />
        ) : (
          <EmptyState text={t(emptyText(mine, state))}>
            <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
          </EmptyState>
        )}
        {threads?.hasNextPage && (
          <p className={styles.more}>
            <LinkButton to={`/?${more.toString()}#${THREADS}`}>{t('list.more')}</LinkButton>
          </p>
        )}
        {questionsForMyExpertise && questionsForMyExpertise.length > 0 && (
          <Section title={t('home.expertise')}>
            <ThreadList threads={questionsForMyExpertise} answerable />
          </Section>
        )}
      </Columns>
      {articles && articles.items.length > 0 && (
        <Section title={t('home.blog')} className={styles.blog}>
          <ArticleList articles={articles.items} compact level={3} />
          <p>
            <Link to="/blog">{t('blog.all')}</Link>
          </p>
        </Section>
      )}
      {site.offer && (
        <Section title={t('home.offer')} className={styles.offer}>
          <OfferCard offer={site.offer} />
        </Section>
      )}
      {boards.length > 0 && (
        <Section title={t('home.allBoards')} className={styles.tree}>
          <BoardTree boards={boards} />
        </Section>
      )}
      {thanksThisWeek && thanksThisWeek.kudos + thanksThisWeek.solutions > 0 && (
        <Section title={t('home.thanks')} className={styles.tree}>
          <ThanksThisWeek thanks={thanksThisWeek} />
          <p className={styles.ranking}>
            <Link to="/ranking">{t('home.ranking')}</Link>
          </p>
        </Section>
      )}
    </>
  );
}
