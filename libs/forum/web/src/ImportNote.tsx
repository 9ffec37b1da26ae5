import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { useMessages } from '@kundig/web-kit';
import styles from './notes.module.css';

const ImportNote_source = graphql(`
  fragment ImportNote_source on ImportSource {
    site
    url
    author
    licence
    licenceUrl
  }
`);

interface ImportNoteProps {
  source: FragmentType<typeof ImportNote_source>;
  /** The text was made from the source and says something else by now, which the licence wants told, too. */
  adapted?: boolean;
}

/** Where an imported text comes from, as its licence asks. */
export function ImportNote({ adapted = false, ...props }: ImportNoteProps) {
  const t = useMessages('forum');
  const { site, url, author, licence, licenceUrl } = readFragment(ImportNote_source, props.source);
  return (
    <p className={styles.source}>
      <a href={url} rel="nofollow noopener">
        {t(adapted ? 'source.adaptedFrom' : 'source.from', { author, site })}
      </a>{' '}
      ·{' '}
      {licenceUrl ? (
        <a href={licenceUrl} rel="license noopener">
          {licence}
        </a>
      ) : (
        licence
      )}
    </p>
  );
}
