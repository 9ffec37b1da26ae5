import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Section, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './NamedHits.module.css';

const HelpPageHits_page = graphql(`
  fragment HelpPageHits_page on HelpPage {
    address
    host
    title
    description
    lang
  }
`);

/** Pages of the operator's own on other sites, apart from what stands here; nothing where there are none. */
export function HelpPageHits(props: { pages: readonly FragmentType<typeof HelpPageHits_page>[] }) {
  const t = useMessages('search');
  const { site } = usePageRuntime();
  const pages = readFragment(HelpPageHits_page, props.pages);
  if (pages.length === 0) return null;
  return (
    <Section title={t('suggest.helpPages', { operator: site.name })} className={styles.named}>
      <ul>
        {pages.map(({ address, host, title, description, lang }) => (
          <li key={address}>
            <p className={styles.name} lang={lang ?? undefined}>
              <a href={address}>{title}</a>
            </p>
            <p className={styles.about}>{host}</p>
            {description && (
              <p className={styles.about} lang={lang ?? undefined}>
                {description}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
