import { graphql } from '@kundig/api-contract';
import { LegalTextForm } from '@kundig/identity/web';
import {
  Callout,
  Link,
  LinkButton,
  PageNotFound,
  SignInNeeded,
  TimeText,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';
import styles from './TextPage.module.css';

const TextPageQuery = graphql(`
  query TextPage {
    operatorTexts {
      slug
      titleDe
      titleEn
      version
      own
      versions {
        version
        publishedAt
        bodyDe
        bodyEn
      }
      ...LegalTextForm_text
    }
  }
`);

export async function prefetch({ query, viewer, params, locale }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { operatorTexts } = await query(TextPageQuery, {});
  const text = operatorTexts.find(({ slug }) => slug === params.slug);
  if (!text) throw new PageNotFound();
  return { title: locale === 'en' ? text.titleEn : text.titleDe, noindex: true };
}

/** One text of the operator, to be edited; earlier versions stay readable. */
export default function TextPage({ params, url }: PageProps) {
  const t = useMessages('pages');
  const { locale } = usePageRuntime();
  const { operatorTexts } = usePageQuery(TextPageQuery, {});
  const text = operatorTexts.find(({ slug }) => slug === params.slug);
  if (!text) return null;
  const english = locale === 'en';
  const address = `/admin/texts/${text.slug}`;
  const fromTemplate = text.own && url.searchParams.get('from') === 'template';
  const earlier = text.versions.slice(1);
  return (
    <AdminFrame title={english ? text.titleEn : text.titleDe}>
      {text.own && !fromTemplate && (
        <p>
          <LinkButton to={`${address}?from=template`} look="outline" size="small">
            {t('admin.fillAnew')}
          </LinkButton>
        </p>
      )}
      {fromTemplate && (
        <Callout tone="waiting">
          <p>
            {t('admin.filledAnew')} <Link to={address}>{t('admin.toOwnText')}</Link>
          </p>
        </Callout>
      )}
      <LegalTextForm text={text} fromTemplate={fromTemplate} />
      {earlier.length > 0 && (
        <section className={styles.versions}>
          <h2>{t('admin.versions')}</h2>
          {earlier.map(({ version, publishedAt, bodyDe, bodyEn }) => (
            <details key={version}>
              <summary>
                {publishedAt ? t('admin.ownText', { version }) : t('admin.template')}
                {publishedAt && (
                  <>
                    {' · '}
                    <TimeText at={publishedAt} />
                  </>
                )}
              </summary>
              <pre>{english ? bodyEn : bodyDe}</pre>
            </details>
          ))}
        </section>
      )}
    </AdminFrame>
  );
}
