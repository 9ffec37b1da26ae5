import { graphql } from '@kundig/api-contract';
import { DeskArticleList } from '@kundig/blog/web';
import {
  Callout,
  EmptyState,
  LinkButton,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const BlogDeskQuery = graphql(`
  query BlogDesk {
    blogDesk {
      stale
      articles {
        id
        state
        ...DeskArticleList_article
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(BlogDeskQuery, {});
  return { title: messages('pages')('desk.blog'), noindex: true };
}

/** What waits for somebody comes first, what is done comes last. */
const sections = [
  { key: 'desk.blogSubmitted', states: ['SUBMITTED'] },
  { key: 'desk.blogDrafts', states: ['DRAFT'] },
  { key: 'desk.blogScheduled', states: ['SCHEDULED'] },
  { key: 'desk.blogPublished', states: ['PUBLISHED'] },
  { key: 'desk.blogWithdrawn', states: ['WITHDRAWN'] },
] as const;

export default function BlogDeskPage() {
  const t = useMessages('pages');
  const { articles, stale } = usePageQuery(BlogDeskQuery, {}).blogDesk;
  return (
    <DeskFrame title={t('desk.blog')}>
      {stale && <Callout tone="waiting">{t('desk.blogStale')}</Callout>}
      <p>
        <LinkButton to="/desk/blog/new" look="filled">
          {t('desk.newArticle')}
        </LinkButton>
      </p>
      {articles.length === 0 && <EmptyState text={t('desk.noArticles')} />}
      {sections.map(({ key, states }) => {
        const shown = articles.filter(({ state }) => (states as readonly string[]).includes(state));
        return (
          shown.length > 0 && (
            <Section key={key} title={t(key)}>
              <DeskArticleList articles={shown} />
            </Section>
          )
        );
      })}
    </DeskFrame>
  );
}
