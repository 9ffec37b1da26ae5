import { useEffect, useId, useRef } from 'react';
import { Button, useMessages } from '@kundig/web-kit';
import type { LeakAnswer } from './upload-file.js';
import styles from './AttachFiles.module.css';

/** A file in which something was found, and the server's question about it. */
export interface AskedFile {
  readonly file: File;
  readonly message: string;
  /** Whether words can take the place of what was found: in a text they can, in a PDF they cannot. */
  readonly canHide: boolean;
}

interface LeakQuestionProps {
  asked: AskedFile;
  busy: boolean;
  onAnswer(answer: LeakAnswer): void;
  onDiscard(): void;
}

/** *3 Stellen prüfen*: what is to become of what stands in a file, before anybody else can read it. */
export function LeakQuestion({ asked, busy, onAnswer, onDiscard }: LeakQuestionProps) {
  const t = useMessages('files');
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), [asked]);
  return (
    <section ref={frame} tabIndex={-1} aria-labelledby={id} className={styles.panel}>
      <p id={id} className={styles.title}>
        {t('leaks.title', { name: asked.file.name })}
      </p>
      <p>{asked.message}</p>
      <div className={styles.row}>
        {asked.canHide && (
          <Button onClick={() => onAnswer('hide')} disabled={busy}>
            {t('leaks.hide')}
          </Button>
        )}
        <Button look="outline" onClick={() => onAnswer('leave')} disabled={busy}>
          {t('leaks.leave')}
        </Button>
        <Button look={asked.canHide ? 'quiet' : 'outline'} onClick={onDiscard} disabled={busy}>
          {t('leaks.discard')}
        </Button>
      </div>
    </section>
  );
}
