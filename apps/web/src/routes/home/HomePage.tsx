import { graphql } from '@kundig/api-contract';
import { SearchField } from '@kundig/search/web';
import { useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';

const HomePageQuery = graphql(`
  query HomePage {
    site {
      registrationOpen
    }
  }
`);

export async function prefetch({ query, siteName }: PrefetchContext) {
  await query(HomePageQuery, {});
  return { tags: ['home'], title: siteName, canonical: '/' };
}

export default function HomePage() {
  const t = useMessages('pages');
  usePageQuery(HomePageQuery, {});
  return (
    <>
      <h1>{t('home.title')}</h1>
      <SearchField size="big" />
    </>
  );
}
