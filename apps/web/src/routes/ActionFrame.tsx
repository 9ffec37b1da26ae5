import type { ReactNode } from 'react';
import { Breadcrumb, Facts, Link, Narrow, Prose, TimeText, TitleText } from '@kundig/web-kit';
import styles from './ActionFrame.module.css';

/** A post or comment, as whoever does something about it sees it. */
interface Subject {
  html?: string | null;
  lang: string;
  author: { name: string; path?: string | null };
  createdAt: string;
  /** The time is known to the quarter of an hour only. */
  createdAtRounded?: boolean;
}

interface ActionFrameProps {
  /** The way back. */
  trail: { href: string; text: string }[];
  title: string;
  text?: ReactNode;
  /** What it is done with, shown above the form; nothing where its text is gone. */
  subject?: Subject | false;
  children: ReactNode;
}

/** The page of something done with one post or comment: what it means, what it is about, and the form. */
export function ActionFrame({ trail, title, text, subject, children }: ActionFrameProps) {
  return (
    <Narrow>
      <Breadcrumb trail={trail} />
      <h1>
        <TitleText text={title} />
      </h1>
      {text}
      {subject && subject.html && (
        <div className={styles.subject}>
          <Facts>
            {subject.author.path ? (
              <Link to={subject.author.path}>{subject.author.name}</Link>
            ) : (
              <span>{subject.author.name}</span>
            )}
            <TimeText at={subject.createdAt} rounded={subject.createdAtRounded} />
          </Facts>
          <Prose html={subject.html} lang={subject.lang} />
        </div>
      )}
      {children}
    </Narrow>
  );
}
