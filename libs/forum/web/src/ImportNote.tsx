import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import styles from './notes.module.css';

const ImportNote_source = graphql(`
  fragment ImportNote_source on ImportSource {
    site
    url
    author
    licence
  }
`);

/** Where an imported text comes from, as its licence asks. */
export function ImportNote(props: { source: FragmentType<typeof ImportNote_source> }) {
  const t = useMessages('forum');
  const { site, url, author, licence } = readFragment(ImportNote_source, props.source);
  return (
    <p className={styles.source}>
      <a href={url} rel="nofollow noopener">
        {t('source.from', { author, site })}
      </a>{' '}
      · {licence}
    </p>
  );
}
