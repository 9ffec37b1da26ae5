import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { Callout, IconCheck, Link, TitleText, useMessages } from '@kundig/web-kit';
import styles from './DuplicateNote.module.css';

const DuplicateNote_canonical = graphql(`
  fragment DuplicateNote_canonical on Thread {
    id
    path
    title
    lang
    solved
    solutionExcerpt
  }
`);

/** Leads readers of a duplicate to the thread that asked the same before, and to its solution. */
export function DuplicateNote(props: { canonical: FragmentType<typeof DuplicateNote_canonical> }) {
  const t = useMessages('forum');
  const { path, title, lang, solved, solutionExcerpt } = readFragment(
    DuplicateNote_canonical,
    props.canonical,
  );
  return (
    <Callout role="note" aria-label={t('duplicate.note')} tone={solved ? 'done' : 'spark'}>
      <p>{t(solved ? 'duplicate.solved' : 'duplicate.open')}</p>
      <p className={styles.title} lang={lang}>
        <Link to={path}>
          <TitleText text={title} />
        </Link>
      </p>
      {solutionExcerpt && (
        <p className={styles.solution}>
          <IconCheck size={16} stroke={2.5} aria-hidden /> <span>{t('duplicate.solution')}</span>{' '}
          <span lang={lang}>{solutionExcerpt}</span>
        </p>
      )}
    </Callout>
  );
}
