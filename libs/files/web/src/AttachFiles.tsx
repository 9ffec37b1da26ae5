import { useEffect, useId, useRef, useState } from 'react';
import { Button, IconPaperclip, useMessages, usePageRuntime } from '@kundig/web-kit';
import { fileMarkdown, insertParagraph } from './file-markdown.js';
import { LeakQuestion, type AskedFile } from './LeakQuestion.js';
import { PicturePanel } from './PicturePanel.js';
import { uploadFile, type FilePurpose, type LeakAnswer, UploadRefused } from './upload-file.js';
import styles from './AttachFiles.module.css';

/** What the server opens, for the browser's own choice of files. */
const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/gif,application/pdf,text/plain,.log,.txt,.cfg,.conf,.xml';

const isPicture = ({ type }: File) => /^image\/(?!svg)/.test(type);

/** Only posts take downloads along; everywhere else a file is there to be seen. */
const PICTURES = 'image/jpeg,image/png,image/webp,image/gif';

interface AttachFilesProps {
  purpose?: FilePurpose;
}

/** Bytes a PDF begins with; names and types are anybody's to choose. */
const PDF_BEGINS = '%PDF-';
const isPdf = async (file: Blob) => (await file.slice(0, PDF_BEGINS.length).text()) === PDF_BEGINS;

/**
 * Pictures and files for the text area beside it (inside the same `data-editor`): by button, pasted or dropped. Pictures are
 * described, and blacked out in places, before they leave the browser. Without scripts one file goes along with the form.
 */
export function AttachFiles({ purpose = 'post' }: AttachFilesProps) {
  const t = useMessages('files');
  const id = useId();
  const runtime = usePageRuntime();
  const frame = useRef<HTMLDivElement>(null);
  const choice = useRef<HTMLInputElement>(null);
  const [pictures, setPictures] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const [notice, setNotice] = useState('');
  const [problem, setProblem] = useState('');
  const [questions, setQuestions] = useState<readonly AskedFile[]>([]);
  const unfinished = pictures.length > 0 ? t('unfinished') : questions.length > 0 ? t('leaks.open') : '';
  const takesDownloads = purpose === 'post';
  const accepted = takesDownloads ? ACCEPTED : PICTURES;
  const chooseLabel = t(takesDownloads ? 'choose' : 'choosePicture');

  const textArea = () => frame.current!.closest('[data-editor]')!.querySelector('textarea')!;

  async function ask(file: File, message: string) {
    const canHide = !(await isPdf(file));
    setQuestions((waiting) => [...waiting, { file, message, canHide }]);
  }

  async function send(file: Blob, leaks?: LeakAnswer) {
    setProblem('');
    setNotice('');
    setProgress(0);
    const { locale, formToken } = runtime;
    try {
      return await uploadFile(file, purpose, { locale, formToken, onProgress: setProgress, leaks });
    } catch (error) {
      if (file instanceof File && error instanceof UploadRefused && error.field === 'leaks')
        await ask(file, error.message);
      else setProblem((error as Error).message || t('unreachable'));
      return null;
    } finally {
      setProgress(null);
    }
  }

  async function addDocument(file: File, leaks?: LeakAnswer) {
    const sent = await send(file, leaks);
    if (!sent) return;
    if (sent.kind === 'image') insertParagraph(textArea(), fileMarkdown(sent, ''));
    else {
      const size = new Intl.NumberFormat(runtime.locale).format(Math.max(1, Math.round(sent.bytes / 1024)));
      insertParagraph(
        textArea(),
        fileMarkdown(sent, t(sent.kind === 'pdf' ? 'link.pdf' : 'link.text', { size })),
      );
      setNotice(t(sent.kind === 'pdf' ? 'added.pdf' : 'added.text'));
    }
  }

  async function answer({ file }: AskedFile, leaks: LeakAnswer) {
    setQuestions(([, ...waiting]) => waiting);
    await addDocument(file, leaks);
    textArea().focus();
  }

  async function take(files: Iterable<File>) {
    const all = [...files];
    setPictures((waiting) => [...waiting, ...all.filter(isPicture)]);
    for (const file of all.filter((one) => !isPicture(one))) await addDocument(file);
  }

  async function addPicture(file: Blob, description: string) {
    const sent = await send(file);
    if (!sent) return;
    insertParagraph(textArea(), fileMarkdown(sent, description));
    setNotice(t('added.picture'));
    setPictures(([, ...waiting]) => waiting);
    textArea().focus();
  }

  const latest = useRef({ take, unfinished });
  useEffect(() => {
    latest.current = { take, unfinished };
  });

  useEffect(() => {
    const area = textArea();
    const onPaste = (event: ClipboardEvent) => {
      const { files, types } = event.clipboardData!;
      // Office programs put a picture of the text beside the text.
      if (files.length === 0 || types.includes('text/plain')) return;
      event.preventDefault();
      void latest.current.take(files);
    };
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer!.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      if (event.dataTransfer!.files.length === 0) return;
      event.preventDefault();
      void latest.current.take(event.dataTransfer!.files);
    };
    // Before the form's own handling: whoever sends now would lose the picture that is still open.
    const onSubmit = (event: SubmitEvent) => {
      if (!latest.current.unfinished) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setProblem(latest.current.unfinished);
    };
    const form = area.form;
    area.addEventListener('paste', onPaste);
    area.addEventListener('dragover', onDragOver);
    area.addEventListener('drop', onDrop);
    form?.addEventListener('submit', onSubmit, { capture: true });
    return () => {
      area.removeEventListener('paste', onPaste);
      area.removeEventListener('dragover', onDragOver);
      area.removeEventListener('drop', onDrop);
      form?.removeEventListener('submit', onSubmit, { capture: true });
    };
  }, []);

  const [picture] = pictures;
  const [asked] = questions;
  return (
    <div ref={frame} className={styles.attach}>
      <div data-needs-script="" className={styles.row}>
        <Button
          look="quiet"
          size="small"
          icon={<IconPaperclip size={18} aria-hidden />}
          onClick={() => choice.current!.click()}
        >
          {chooseLabel}
        </Button>
        <span className={styles.hint}>{t(takesDownloads ? 'hint' : 'hintPicture')}</span>
        <input
          ref={choice}
          type="file"
          accept={accepted}
          multiple
          hidden
          tabIndex={-1}
          aria-label={chooseLabel}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files ?? []);
            currentTarget.value = '';
          }}
        />
      </div>
      <noscript>
        <div className={styles.plain}>
          <input type="hidden" name="_purpose" value={purpose} readOnly />
          <label htmlFor={`${id}file`}>{t(takesDownloads ? 'plain.file' : 'plain.picture')}</label>
          <input id={`${id}file`} type="file" name="file" accept={accepted} />
          <label htmlFor={`${id}alt`}>{t('plain.alt')}</label>
          <input id={`${id}alt`} type="text" name="fileAlt" maxLength={250} />
        </div>
      </noscript>
      {picture && (
        <PicturePanel
          key={`${picture.name}-${picture.lastModified}-${pictures.length}`}
          picture={picture}
          busy={progress !== null}
          onAdd={addPicture}
          onDiscard={() => {
            setProblem('');
            setPictures(([, ...waiting]) => waiting);
            textArea().focus();
          }}
        />
      )}
      {asked && (
        <LeakQuestion
          asked={asked}
          busy={progress !== null}
          onAnswer={(leaks) => void answer(asked, leaks)}
          onDiscard={() => {
            setProblem('');
            setQuestions(([, ...waiting]) => waiting);
            textArea().focus();
          }}
        />
      )}
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
      <p role="status" className={styles.notice}>
        {notice}
      </p>
    </div>
  );
}
