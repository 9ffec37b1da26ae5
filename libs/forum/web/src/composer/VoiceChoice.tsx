import { Checkbox, useFeature, useMessages } from '@kundig/web-kit';
import styles from './VoiceChoice.module.css';

interface VoiceChoiceProps {
  /** The nickname of whoever writes; guests choose theirs afterwards. */
  nickname?: string;
  /** In a thread the voice is fixed with the first post; the name it is fixed to. */
  fixedName?: string;
  defaultAnonymous?: boolean;
  /** Whether the writer speaks for the operator, and may say that this is a private opinion. */
  isStaff?: boolean;
}

/** As whom one writes; before the first post in a thread it can be chosen, afterwards it is only said. */
export function VoiceChoice({ nickname, fixedName, defaultAnonymous, isStaff = false }: VoiceChoiceProps) {
  const t = useMessages('forum');
  const opinion = isStaff && (
    <Checkbox name="privateOpinion" optional label={t('opinion.write')} hint={t('opinion.writeHint')} />
  );
  const choice = useFeature('anonymity');
  const only = fixedName ?? (choice ? undefined : nickname);
  if (only)
    return (
      <>
        <p className={styles.fixed}>{t('voice.fixed', { name: only })}</p>
        {opinion}
      </>
    );
  if (!choice) return null;
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
      {opinion}
      <details>
        <summary>{t('voice.who')}</summary>
        <p>{t('voice.explanation')}</p>
      </details>
    </div>
  );
}
