import { IconUser, useMessages } from '@kundig/web-kit';
import styles from './notes.module.css';

/** Says of a post by staff that it is not the word of the operator. */
export function PrivateOpinionMark() {
  const t = useMessages('forum');
  return (
    <span className={styles.private} title={t('opinion.explanation')}>
      <IconUser size={14} aria-hidden /> {t('opinion.private')}
    </span>
  );
}
