import { graphql } from '@kundig/api-contract';
import {
  Callout,
  Link,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  writeVersion,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';
import styles from './TextsPage.module.css';

const TextsPageQuery = graphql(`
  query TextsPage($english: Boolean!) {
    operatorTexts {
      slug
      titleDe @skip(if: $english)
      titleEn @include(if: $english)
      version
      own
      gapsLeft
    }
  }
`);

export async function prefetch({ query, viewer, locale, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(TextsPageQuery, { english: locale === 'en' });
  return { title: messages('pages')('admin.texts'), noindex: true };
}

/** The texts of the operator, and which of them are still templates. */
export default function TextsPage() {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  const { operatorTexts } = usePageQuery(TextsPageQuery, { english: locale === 'en' });
  const gaps = operatorTexts.reduce((sum, { gapsLeft }) => sum + gapsLeft, 0);
  return (
    <AdminFrame title={t('admin.texts')}>
      {gaps > 0 && (
        <Callout tone="waiting">
          <p>{t('admin.textsIncomplete', { count: gaps })}</p>
        </Callout>
      )}
      <p>{t('admin.textsHint')}</p>
      <ul className={styles.texts}>
        {operatorTexts.map(({ slug, titleDe, titleEn, version, own, gapsLeft }) => (
          <li key={slug}>
            <Link to={`/admin/texts/${slug}`}>{titleDe ?? titleEn}</Link>
            <span data-own={own && gapsLeft === 0}>
              {own ? t('admin.ownText', { version: writeVersion(version, locale) }) : t('admin.template')}
              {gapsLeft > 0 && ` · ${t('admin.textGaps', { count: gapsLeft })}`}
            </span>
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
