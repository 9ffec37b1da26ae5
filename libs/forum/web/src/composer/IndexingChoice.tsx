import { Checkbox, useFeature, useMessages } from '@kundig/web-kit';
import styles from './IndexingChoice.module.css';

/** Keeps a new thread out of search engines; folded, unless that was chosen before. Not there where all of it is. */
export function IndexingChoice({ defaultUnindexed = false }: { defaultUnindexed?: boolean }) {
  const t = useMessages('forum');
  if (!useFeature('search-engines')) return null;
  return (
    <details className={styles.choice} open={defaultUnindexed}>
      <summary>{t('indexing.title')}</summary>
      <Checkbox
        name="unindexed"
        optional
        defaultChecked={defaultUnindexed}
        label={t('indexing.keepOut')}
        hint={t('indexing.hint')}
      />
    </details>
  );
}
