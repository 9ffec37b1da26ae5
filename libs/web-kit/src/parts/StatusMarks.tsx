import { IconRosetteCheck, IconStar, IconUser } from '../icons.js';
import { useMessages } from '../messages/use-messages.js';
import { usePageRuntime } from '../page/page-runtime.js';
import styles from './StatusMarks.module.css';

/**
 * *Expert:in*: appointed by the operator for the board around it. Word and shape, never colour alone; nothing for readers
 * who want to see no status.
 */
export function ExpertMark() {
  const t = useMessages('kit');
  if (usePageRuntime().statusHidden) return null;
  return (
    <span className={styles.expert}>
      <IconStar size={16} aria-hidden /> {t('status.expert')}
    </span>
  );
}

/** *Offizielle Antwort*: the operator's own staff speaks. Word and shape, never colour alone. */
export function OfficialMark() {
  const t = useMessages('kit');
  return (
    <span className={styles.official}>
      <IconRosetteCheck size={16} stroke={2.25} aria-hidden /> {t('status.official')}
    </span>
  );
}

/** Says of what staff wrote that it is not the word of the operator. */
export function PrivateOpinionMark() {
  const t = useMessages('kit');
  return (
    <span className={styles.private} title={t('status.privateExplanation')}>
      <IconUser size={14} aria-hidden /> {t('status.private')}
    </span>
  );
}
