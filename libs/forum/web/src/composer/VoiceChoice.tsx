import { Checkbox, Link, useFeature, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './VoiceChoice.module.css';

interface VoiceChoiceProps {
  /** Of whoever writes, as readers will see it; guests choose theirs afterwards. */
  name?: string;
  /** In a thread the voice is fixed with the first post; the name it is fixed to. */
  fixedName?: string;
  defaultAnonymous?: boolean;
  /** Whether the writer speaks for the operator: under the real name alone, and perhaps with a private opinion. */
  isStaff?: boolean;
}

/** As whom one writes; before the first post in a thread it can be chosen, afterwards it is only said. */
export function VoiceChoice({ name, fixedName, defaultAnonymous, isStaff = false }: VoiceChoiceProps) {
  const t = useMessages('forum');
  const { viewer } = usePageRuntime();
  const choice = useFeature('anonymity');
  const only = fixedName ?? (choice && !isStaff ? undefined : name);
  if (only)
    return (
      <>
        <p className={styles.fixed}>{t('voice.fixed', { name: only })}</p>
        {isStaff && (
          <Checkbox name="privateOpinion" optional label={t('opinion.write')} hint={t('opinion.writeHint')} />
        )}
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
        hint={name ? t('voice.as', { name }) : t('voice.asLater')}
      />
      <details>
        <summary>{t('voice.who')}</summary>
        <p>
          {t('voice.explanation')}{' '}
          {viewer === 'signed-in' && <Link to="/settings/who-sees-what">{t('voice.asOthers')}</Link>}
        </p>
      </details>
    </div>
  );
}
