import type { ReactNode } from 'react';
import { useMessages } from '@kundig/web-kit';
import styles from './DeskItem.module.css';

interface DeskItemProps {
  /** Of its title; unique on the page. */
  titleId: string;
  title: ReactNode;
  /** Language of the title where it is somebody's words. */
  lang?: string;
  /** Where the address leads to it, and the focus after something was done about it. */
  anchor?: string;
  /** Under the title: where, when, who. */
  facts: ReactNode;
  /** What it is about. */
  children: ReactNode;
  /** The decision or the way to it; beside what it is about where there is room. */
  decision: ReactNode;
}

/** One thing on a desk that waits for a decision or has got one, with everything needed to decide about it. */
export function DeskItem({ titleId, title, lang, anchor, facts, children, decision }: DeskItemProps) {
  const t = useMessages('moderation');
  return (
    <article
      id={anchor}
      tabIndex={anchor === undefined ? undefined : -1}
      aria-labelledby={titleId}
      className={styles.item}
    >
      <header className={styles.head}>
        <h2 id={titleId} lang={lang}>
          {title}
        </h2>
        {facts}
      </header>
      <div className={styles.sides}>
        <div className={styles.matter}>{children}</div>
        <div className={styles.decision}>
          <h3>{t('desk.decision')}</h3>
          {decision}
        </div>
      </div>
    </article>
  );
}
