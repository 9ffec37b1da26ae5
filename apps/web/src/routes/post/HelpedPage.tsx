import { graphql } from '@kundig/api-contract';
import {
  LinkButton,
  Narrow,
  PageNotFound,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const HelpedPageQuery = graphql(`
  query HelpedPage($id: ID!) {
    post(id: $id) {
      id
      path
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { post } = await query(HelpedPageQuery, { id: params.id! });
  if (!post) throw new PageNotFound();
  return { title: messages('pages')('helped.title'), noindex: true };
}

/** Where *Hat das geholfen?* leads without scripts. */
export default function HelpedPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { post } = usePageQuery(HelpedPageQuery, { id: params.id! });
  if (!post) return null;
  return (
    <Narrow>
      <h1>{t('helped.title')}</h1>
      <p>{t('helped.text')}</p>
      <p>
        <LinkButton to={post.path}>{t('helped.back')}</LinkButton>
      </p>
    </Narrow>
  );
}
