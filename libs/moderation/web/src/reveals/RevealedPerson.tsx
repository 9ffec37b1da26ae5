import { useEffect, useRef } from 'react';
import { Callout, useMessages } from '@kundig/web-kit';
import styles from './reveals.module.css';

/** Who stands behind a persona. */
export interface RevealedPersonView {
  nickname: string;
  mail: string;
}

/** Whom a custodian looks at, on this page alone: no other answer holds it. Null where the account is gone. */
export function RevealedPerson({ person }: { person: RevealedPersonView | null }) {
  const t = useMessages('moderation');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Callout ref={box} tone="danger" role="status" tabIndex={-1}>
      <p>
        <strong>{t('reveal.person')}</strong> {!person && t('reveal.personGone')}
      </p>
      {person && (
        <>
          <p className={styles.person}>
            {person.nickname} · {person.mail}
          </p>
          <p>{t('reveal.personOnce')}</p>
        </>
      )}
    </Callout>
  );
}
