import { clsx } from 'clsx';
import styles from './Prose.module.css';

interface ProseProps {
  /** HTML the server has rendered from Markdown and sanitised. Nothing else may ever come here. */
  html: string;
  lang?: string;
  className?: string;
}

/** The text of a post, an entry or a legal page. */
export function Prose({ html, lang, className }: ProseProps) {
  return (
    <div
      data-prose=""
      className={clsx(styles.prose, className)}
      lang={lang}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
