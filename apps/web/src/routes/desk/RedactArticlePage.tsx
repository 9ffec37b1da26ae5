import { graphql } from '@kundig/api-contract';
import { RedactArticleForm } from '@kundig/moderation/web';
import {
  Breadcrumb,
  Narrow,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const RedactArticlePageQuery = graphql(`
  query RedactArticlePage($id: ID!) {
    deskArticle(id: $id) {
      id
      path
      title
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(RedactArticlePageQuery, { id: params.id! });
  return { title: messages('pages')('redact.title'), noindex: true };
}

/** Lets those who work on an article take a passage out of all its versions. */
export default function RedactArticlePage({ params }: PageProps) {
  const t = useMessages('pages');
  const { deskArticle: article } = usePageQuery(RedactArticlePageQuery, { id: params.id! });
  return (
    <Narrow>
      <Breadcrumb
        trail={[
          { href: '/desk/blog', text: t('desk.blog') },
          { href: article.path, text: article.title },
        ]}
      />
      <h1>{t('redact.title')}</h1>
      <p>{t('redact.articleText')}</p>
      <RedactArticleForm articleId={article.id} />
    </Narrow>
  );
}
