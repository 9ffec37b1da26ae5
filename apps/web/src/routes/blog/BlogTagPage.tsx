import { graphql } from '@kundig/api-contract';
import { ArticleList } from '@kundig/blog/web';
import {
  Breadcrumb,
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

const BlogTagPageQuery = graphql(`
  query BlogTagPage($tag: String!, $after: ID) {
    articles(tag: $tag, after: $after) {
      hasNextPage
      items {
        id
        ...ArticleList_article
      }
    }
  }
`);

/** Bytes of the longest tag, as the server takes it. */
const LONGEST_TAG = 120;

const variablesOf = ({ params, url }: PageProps) => ({
  tag: params.tag!.slice(0, LONGEST_TAG),
  after: readAfter(url),
});
const pathOf = (tag: string): string => `/blog/tag/${encodeURIComponent(tag)}`;

export async function prefetch({ query, params, url, messages }: PrefetchContext) {
  const variables = variablesOf({ params, url });
  const { articles } = await query(BlogTagPageQuery, variables);
  const t = messages('pages');
  const title = t('blog.tagTitle', { tag: variables.tag });
  const path = pathOf(variables.tag);
  return {
    title,
    description: t('blog.tagDescription', { tag: variables.tag }),
    canonical: path,
    feed: { path: `${path}/feed`, title },
    noindex: articles.items.length === 0 || variables.after !== undefined,
  };
}

export default function BlogTagPage(props: PageProps) {
  const t = useMessages('pages');
  const variables = variablesOf(props);
  const { articles } = usePageQuery(BlogTagPageQuery, variables);
  const last = articles.items.at(-1);
  const path = pathOf(variables.tag);
  return (
    <Reading gap={5}>
      <div>
        <Breadcrumb trail={[{ href: '/blog', text: t('blog.title') }]} />
        <h1>{t('blog.tagTitle', { tag: variables.tag })}</h1>
      </div>
      {articles.items.length > 0 ? (
        <ArticleList articles={articles.items} />
      ) : (
        <EmptyState text={t('blog.emptyTag')}>
          <LinkButton to="/blog">{t('blog.all')}</LinkButton>
        </EmptyState>
      )}
      {last && (
        <div className={styles.foot}>
          {articles.hasNextPage && (
            <LinkButton to={`${path}?after=${last.id}`} rel="next">
              {t('blog.older')}
            </LinkButton>
          )}
          <FeedLink of={path} />
        </div>
      )}
    </Reading>
  );
}
