import { useId, useRef, useState } from 'react';
import { Button, useMessages, usePageRuntime } from '@kundig/web-kit';
import { uploadFile, type FilePurpose } from './upload-file.js';
import styles from './AttachFiles.module.css';

const ACCEPTED = 'image/jpeg,image/png,image/webp,image/gif';

interface ChoosePictureProps {
  /** Name of the form's field that keeps the path of the picture. */
  name: string;
  /** Path of the picture so far; empty for none. */
  current: string;
  purpose: FilePurpose;
}

/** A field of a form for one picture, such as a portrait or a logo. Without scripts the file goes along with the form. */
export function ChoosePicture({ name, current, purpose }: ChoosePictureProps) {
  const t = useMessages('files');
  const { locale, formToken } = usePageRuntime();
  const id = useId();
  const choice = useRef<HTMLInputElement>(null);
  const [path, setPath] = useState(current);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  async function take(file: File) {
    setBusy(true);
    setProblem('');
    try {
      setPath((await uploadFile(file, purpose, { locale, formToken })).url);
    } catch (error) {
      setProblem((error as Error).message || t('unreachable'));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.attach}>
      <input type="hidden" name={name} value={path} readOnly />
      <div data-needs-script="">
        <Button onClick={() => choice.current!.click()} disabled={busy}>
          {t('picture.choose')}
        </Button>
        <input
          ref={choice}
          type="file"
          accept={ACCEPTED}
          hidden
          tabIndex={-1}
          aria-label={t('picture.choose')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void take(file);
            currentTarget.value = '';
          }}
        />
      </div>
      <noscript>
        <div className={styles.plain}>
          <label htmlFor={`${id}-file`}>{t('picture.choose')}</label>
          <input id={`${id}-file`} type="file" name="file" accept={ACCEPTED} />
          <input type="hidden" name="_purpose" value={purpose} readOnly />
        </div>
      </noscript>
      <p role="status" className={styles.notice}>
        {busy ? t('sending') : path !== current ? t('picture.chosen') : ''}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
