import { Checkbox, useMessages } from '@kundig/web-kit';
import styles from './VoiceChoice.module.css';

interface VoiceChoiceProps {
  /** The nickname of whoever writes; guests choose theirs afterwards. */
  nickname?: string;
  /** In a thread the voice is fixed with the first post; the name it is fixed to. */
  fixedName?: string;
  defaultAnonymous?: boolean;
}

/** As whom one writes; before the first post in a thread it can be chosen, afterwards it is only said. */
export function VoiceChoice({ nickname, fixedName, defaultAnonymous }: VoiceChoiceProps) {
  const t = useMessages('forum');
  if (fixedName) return <p className={styles.fixed}>{t('voice.fixed', { name: fixedName })}</p>;
  return (
    <div className={styles.voice}>
      <Checkbox
        look="switch"
        name="anonymous"
        optional
        defaultChecked={defaultAnonymous}
        label={t('voice.anonymous')}
        hint={nickname ? t('voice.as', { name: nickname }) : t('voice.asLater')}
      />
      <details>
        <summary>{t('voice.who')}</summary>
        <p>{t('voice.explanation')}</p>
      </details>
    </div>
  );
}
