import { graphql } from '@kundig/api-contract';
import { ArticleList } from '@kundig/blog/web';
import {
  EmptyState,
  LinkButton,
  type PageProps,
  type PrefetchContext,
  Reading,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { readAfter } from '../list-state.js';
import { FeedLink } from './FeedLink.js';
import styles from './BlogPage.module.css';

const BlogPageQuery = graphql(`
  query BlogPage($after: ID) {
    articles(after: $after) {
      hasNextPage
      items {
        id
        ...ArticleList_article
      }
    }
  }
`);

const variablesOf = (url: URL) => ({ after: readAfter(url) });

export async function prefetch({ query, url, messages }: PrefetchContext) {
  const { after } = variablesOf(url);
  const { articles } = await query(BlogPageQuery, { after });
  const t = messages('pages');
  return {
    title: t('blog.title'),
    description: t('blog.description'),
    canonical: '/blog',
    noindex: after !== undefined || articles.items.length === 0,
    feed: { path: '/blog/feed', title: t('blog.title') },
  };
}

export default function BlogPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { articles } = usePageQuery(BlogPageQuery, variablesOf(url));
  const last = articles.items.at(-1);
  return (
    <Reading gap={5}>
      <header className={styles.head}>
        <h1>{t('blog.title')}</h1>
        <p>{t('blog.description')}</p>
      </header>
      {articles.items.length > 0 ? (
        <ArticleList articles={articles.items} />
      ) : (
        <EmptyState text={t('blog.empty')}>
          <LinkButton to="/">{t('done.home')}</LinkButton>
        </EmptyState>
      )}
      <div className={styles.foot}>
        {articles.hasNextPage && last && (
          <LinkButton to={`/blog?after=${last.id}`} rel="next">
            {t('blog.older')}
          </LinkButton>
        )}
        <FeedLink />
      </div>
    </Reading>
  );
}
