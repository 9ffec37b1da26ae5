import { graphql } from '@kundig/api-contract';
import {
  Link,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
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
  return (
    <AdminFrame title={t('admin.texts')}>
      <p>{t('admin.textsHint')}</p>
      <ul className={styles.texts}>
        {operatorTexts.map(({ slug, titleDe, titleEn, version, own, gapsLeft }) => (
          <li key={slug}>
            <Link to={`/admin/texts/${slug}`}>{titleDe ?? titleEn}</Link>
            <span data-own={own && gapsLeft === 0}>
              {own ? t('admin.ownText', { version }) : t('admin.template')}
              {gapsLeft > 0 && ` · ${t('admin.textGaps', { count: gapsLeft })}`}
            </span>
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
