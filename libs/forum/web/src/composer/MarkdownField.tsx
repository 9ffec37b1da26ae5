import { useLazyQuery } from '@apollo/client/react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { graphql } from '@kundig/api-contract';
import {
  Button,
  IconBold,
  IconCode,
  IconLink,
  IconList,
  Prose,
  TextArea,
  useMessages,
} from '@kundig/web-kit';
import { applyTool, type MarkdownTool } from './markdown-tools.js';
import styles from './MarkdownField.module.css';

const PreviewQuery = graphql(`
  query PreviewMarkdown($body: String!) {
    previewMarkdown(body: $body)
  }
`);

/** The longest post in characters; the server holds to the same number. */
export const BODY_LIMIT = 30_000;
const COUNT_FROM = 0.8 * BODY_LIMIT;

const tools = [
  { tool: 'bold', icon: IconBold, key: 'tool.bold' },
  { tool: 'list', icon: IconList, key: 'tool.list' },
  { tool: 'code', icon: IconCode, key: 'tool.code' },
  { tool: 'link', icon: IconLink, key: 'tool.link' },
] as const;

interface MarkdownFieldProps {
  name?: string;
  label: string;
  hint?: ReactNode;
  rows?: number;
  defaultValue?: string;
  /** What adds pictures and files to the text; finds the text area beside it in the same `data-editor`. */
  attachments?: ReactNode;
}

/** A text area for Markdown, the stored form itself, with four tools, a preview made by the server, and a counter. */
export function MarkdownField(props: MarkdownFieldProps) {
  const { name = 'body', label, hint, rows = 8, defaultValue, attachments } = props;
  const t = useMessages('forum');
  const frame = useRef<HTMLDivElement>(null);
  const [length, setLength] = useState(defaultValue?.length ?? 0);
  const [preview, setPreview] = useState(false);
  const previewId = useId();
  const [fetchPreview, { data, loading }] = useLazyQuery(PreviewQuery, { fetchPolicy: 'no-cache' });
  // What was sent is gone from the field, so the preview of it goes as well.
  useEffect(() => {
    const form = frame.current?.closest('form');
    const empty = () => {
      setPreview(false);
      setLength(0);
    };
    form?.addEventListener('reset', empty);
    return () => form?.removeEventListener('reset', empty);
  }, []);
  const textArea = () => frame.current!.querySelector('textarea')!;

  function use(tool: MarkdownTool) {
    const area = textArea();
    const { selectionStart: start, selectionEnd: end } = area;
    const replacement = applyTool(tool, area.value.slice(start, end), t('tool.placeholder'));
    area.focus();
    area.setRangeText(replacement.text, start, end);
    area.setSelectionRange(start + replacement.selectFrom, start + replacement.selectTo);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  }

  function togglePreview() {
    const body = textArea().value;
    if (!preview && body) void fetchPreview({ variables: { body } });
    setPreview(!preview);
  }

  return (
    <div className={styles.editor} ref={frame} data-editor="">
      <TextArea
        name={name}
        label={label}
        hint={hint}
        rows={rows}
        defaultValue={defaultValue}
        maxLength={BODY_LIMIT}
        onKeyDown={onKeyDown}
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      <div className={styles.foot}>
        <div className={styles.bar} data-needs-script="">
          <div role="toolbar" aria-label={t('tool.label')} className={styles.tools}>
            {tools.map(({ tool, icon: Icon, key }) => (
              <Button
                key={tool}
                look="quiet"
                size="small"
                onClick={() => use(tool)}
                title={t(key)}
                aria-label={t(key)}
              >
                <Icon size={18} aria-hidden />
              </Button>
            ))}
          </div>
          <Button
            look="quiet"
            size="small"
            onClick={togglePreview}
            aria-expanded={preview}
            aria-controls={previewId}
          >
            {t(preview ? 'preview.hide' : 'preview.show')}
          </Button>
          {length > COUNT_FROM && (
            <span className={styles.count} role="status">
              {t('composer.left', { count: BODY_LIMIT - length })}
            </span>
          )}
        </div>
        {attachments}
      </div>
      <div id={previewId} className={styles.preview} hidden={!preview} role="status" aria-busy={loading}>
        {data?.previewMarkdown ? <Prose html={data.previewMarkdown} /> : <p>{t('preview.empty')}</p>}
      </div>
    </div>
  );
}
