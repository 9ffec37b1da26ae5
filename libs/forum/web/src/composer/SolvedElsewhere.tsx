import { useEffect, useRef } from 'react';
import { Button, Callout, LinkButton, useMessages } from '@kundig/web-kit';
import styles from './forms.module.css';

interface SolvedElsewhereProps {
  /** Of the thread that solves the problem. */
  path: string;
  onUndo(): void;
}

/**
 * Stands where the form was, once its writer has found the answer: their text is discarded, and comes back on demand. What
 * stays so is counted, without anybody's name, when the page is left.
 */
export function SolvedElsewhere({ path, onUndo }: SolvedElsewhereProps) {
  const t = useMessages('forum');
  const place = useRef<HTMLDivElement>(null);
  const isUndone = useRef(false);
  useEffect(() => {
    place.current!.focus();
    let isCounted = false;
    const count = () => {
      if (!isCounted && !isUndone.current) navigator.sendBeacon('/beacon/solved');
      isCounted = true;
    };
    window.addEventListener('pagehide', count);
    return () => {
      window.removeEventListener('pagehide', count);
      count();
    };
  }, []);
  const undo = () => {
    isUndone.current = true;
    onUndo();
  };
  return (
    <Callout ref={place} tone="done" role="status" tabIndex={-1}>
      <p>{t('solved.discarded')}</p>
      <div className={styles.actions}>
        <LinkButton to={path} look="filled">
          {t('solved.toAnswer')}
        </LinkButton>
        <Button onClick={undo}>{t('solved.undo')}</Button>
      </div>
    </Callout>
  );
}
