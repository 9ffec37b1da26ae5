import { graphql } from '@kundig/api-contract';
import {
  Callout,
  Narrow,
  PageNotFound,
  Prose,
  useMessages,
  usePageQuery,
  usePageRuntime,
  writeVersion,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './LegalPage.module.css';

const LegalPageQuery = graphql(`
  query LegalPage($slug: String!) {
    legalText(slug: $slug) {
      slug
      title
      html
      version
      incomplete
    }
  }
`);

const slugOf = (url: URL) => url.pathname.slice(1);

export async function prefetch({ query, url }: PrefetchContext) {
  const { legalText } = await query(LegalPageQuery, { slug: slugOf(url) });
  if (!legalText) throw new PageNotFound();
  return { title: legalText.title, canonical: url.pathname };
}

export default function LegalPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  const { legalText } = usePageQuery(LegalPageQuery, { slug: slugOf(url) });
  if (!legalText) return null;
  return (
    <Narrow>
      <h1>{legalText.title}</h1>
      {legalText.incomplete && (
        <Callout tone="waiting">
          <p>{t('legal.incomplete')}</p>
        </Callout>
      )}
      <Prose html={legalText.html} />
      <p className={styles.version}>
        {t('legal.version', { version: writeVersion(legalText.version, locale) })}
      </p>
    </Narrow>
  );
}
