import type { ReactNode } from 'react';
import { Breadcrumb, Narrow, Prose } from '@kundig/web-kit';
import styles from './ActionFrame.module.css';

interface ActionFrameProps {
  /** The way back. */
  trail: { href: string; text: string }[];
  title: string;
  text?: ReactNode;
  /** What it is done with, shown above the form; nothing where its text is gone. */
  subject?: { html?: string | null; lang: string } | false;
  children: ReactNode;
}

/** The page of something done with one post or comment: what it means, what it is about, and the form. */
export function ActionFrame({ trail, title, text, subject, children }: ActionFrameProps) {
  return (
    <Narrow>
      <Breadcrumb trail={trail} />
      <h1>{title}</h1>
      {text}
      {subject && subject.html && (
        <Prose html={subject.html} lang={subject.lang} className={styles.subject} />
      )}
      {children}
    </Narrow>
  );
}
