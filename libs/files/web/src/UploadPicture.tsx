import { useRef, useState } from 'react';
import { Button, useMessages, usePageRuntime } from '@kundig/web-kit';
import { uploadFile, type FilePurpose } from './upload-file.js';
import styles from './AttachFiles.module.css';

/** What the server opens as a picture. */
const PICTURES = 'image/jpeg,image/png,image/webp,image/gif';

interface UploadPictureProps {
  purpose: FilePurpose;
  /** Names what the picture is for. */
  label: string;
  /** Told the path under which the picture is kept. */
  onUploaded(path: string): void;
}

/** A button that hands in one picture, for forms that keep its address. Needs scripts, and is not there without. */
export function UploadPicture({ purpose, label, onUploaded }: UploadPictureProps) {
  const t = useMessages('files');
  const { locale, formToken } = usePageRuntime();
  const choice = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState('');

  async function send(file: File | undefined) {
    if (!file) return;
    setProblem('');
    setProgress(0);
    try {
      onUploaded((await uploadFile(file, purpose, { locale, formToken, onProgress: setProgress })).url);
    } catch (error) {
      setProblem((error as Error).message || t('unreachable'));
    } finally {
      setProgress(null);
    }
  }

  return (
    <div data-needs-script="">
      <input
        ref={choice}
        type="file"
        accept={PICTURES}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          void send(currentTarget.files?.[0]);
          currentTarget.value = ''; // the same picture may be chosen again
        }}
      />
      <Button
        size="small"
        onClick={() => choice.current?.click()}
        aria-disabled={progress !== null || undefined}
      >
        {label}
      </Button>
      {progress !== null && (
        <label className={styles.progress}>
          {t('sending')} <progress value={progress} max={1} />
        </label>
      )}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
