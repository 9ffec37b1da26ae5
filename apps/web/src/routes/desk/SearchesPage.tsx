import { graphql } from '@kundig/api-contract';
import { MissedSearches, Recommendations } from '@kundig/search/web';
import {
  EmptyState,
  isOn,
  LinkButton,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DoneNotice } from '../DoneNotice.js';
import { DeskFrame } from './DeskFrame.js';
import { asksForOpen, OpenOrDone } from './OpenOrDone.js';

const SearchesPageQuery = graphql(`
  query SearchesPage($open: Boolean!) {
    viewer {
      mayImproveSearch
      mayWriteArticles
    }
    missedSearches(open: $open) {
      id
      ...MissedSearches_search
    }
    searchRecommendations {
      id
      ...Recommendations_recommendation
    }
  }
`);

const variablesOf = (url: URL) => ({ open: asksForOpen(url) });

/** Words of the answers to the forms here. */
const DONE = {
  done: 'desk.searchDone',
  ignored: 'desk.searchIgnored',
  reopened: 'desk.searchReopened',
  recommended: 'desk.searchRecommended',
  withdrawn: 'desk.recommendationWithdrawn',
} as const;

export async function prefetch({ query, url, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(SearchesPageQuery, variablesOf(url));
  if (!person.mayImproveSearch) throw new PageNotFound();
  return { title: messages('pages')('desk.searches'), noindex: true };
}

/** What people did not find, and what each of it can become. */
export default function SearchesPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { site } = usePageRuntime();
  const { open } = variablesOf(url);
  const { viewer, missedSearches, searchRecommendations } = usePageQuery(SearchesPageQuery, { open });
  const writesArticles = viewer.mayWriteArticles && isOn(site, 'blog');
  return (
    <DeskFrame title={t('desk.searches')} facts={<p>{t('desk.searchesWhy')}</p>}>
      <DoneNotice url={url} texts={DONE} />
      <OpenOrDone path="/desk/searches" label={t('desk.searchLists')} open={open} />
      {missedSearches.length > 0 ? (
        <MissedSearches
          searches={missedSearches}
          others={(words) =>
            writesArticles && (
              <LinkButton to={`/desk/blog/new?title=${encodeURIComponent(words)}`} look="quiet" size="small">
                {t('desk.writeArticle')}
              </LinkButton>
            )
          }
        />
      ) : (
        <EmptyState text={t(open ? 'desk.noSearches' : 'desk.noSearchesDone')} />
      )}
      {searchRecommendations.length > 0 && (
        <Section title={t('desk.recommendations')}>
          <Recommendations recommendations={searchRecommendations} />
        </Section>
      )}
    </DeskFrame>
  );
}
