import { graphql } from '@kundig/api-contract';
import { BoardChips, BoardLinks, BoardTree, ThreadList } from '@kundig/forum/web';
import { SearchField } from '@kundig/search/web';
import { IncidentBanner, SetupNotice } from '@kundig/site/web';
import {
  Columns,
  EmptyState,
  LinkButton,
  Section,
  SegmentedLinks,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { readThreadState, stateParams } from '../list-state.js';
import styles from './HomePage.module.css';

const HomePageQuery = graphql(`
  query HomePage($state: ThreadState!) {
    viewer {
      ...SetupNotice_viewer
    }
    site {
      medianAnswerMinutes
      ...IncidentBanner_site
    }
    threads(state: $state, order: ACTIVITY, first: 6) {
      items {
        id
        ...ThreadRow_thread
      }
    }
    boards {
      id
      ...BoardLink_board
      ...BoardTree_board
    }
  }
`);

const variablesOf = (url: URL) => ({ state: readThreadState(url) });

export async function prefetch({ query, url, siteName, messages }: PrefetchContext) {
  await query(HomePageQuery, variablesOf(url));
  return { title: siteName, description: messages('pages')('home.description'), canonical: '/' };
}

const tabs = [
  { state: 'ANY', key: 'home.newest' },
  { state: 'OPEN', key: 'home.open' },
  { state: 'SOLVED', key: 'home.solved' },
] as const;

export default function HomePage({ url }: PageProps) {
  const t = useMessages('pages');
  const { state } = variablesOf(url);
  const { viewer, site, threads, boards } = usePageQuery(HomePageQuery, { state });
  return (
    <>
      <SetupNotice viewer={viewer} />
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
        <div className={styles.chips}>
          <BoardChips boards={boards} />
        </div>
      </div>
      <Columns
        asideOnlyBeside
        aside={
          <Section title={t('home.boards')}>
            <BoardLinks boards={boards} />
          </Section>
        }
      >
        <h2 className="visually-hidden">{t('home.threads')}</h2>
        <SegmentedLinks
          label={t('home.threads')}
          links={tabs.map((tab) => ({
            href: tab.state === 'ANY' ? '/' : `/?${stateParams(tab.state)}`,
            text: t(tab.key),
            current: tab.state === state,
          }))}
        />
        {threads.items.length > 0 ? (
          <ThreadList threads={threads.items} />
        ) : (
          <EmptyState text={t('home.empty')}>
            <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
          </EmptyState>
        )}
      </Columns>
      {boards.length > 0 && (
        <Section title={t('home.allBoards')} className={styles.tree}>
          <BoardTree boards={boards} />
        </Section>
      )}
    </>
  );
}
