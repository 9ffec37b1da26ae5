import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
  /** What the closed menu shows. */
  summary: ReactNode;
  /** Its name, when `summary` is a picture only. */
  label?: string;
  align?: 'start' | 'end';
  className?: string;
  children: ReactNode;
}

/** Links and small forms behind one button; a native disclosure, closed by Escape and by a click elsewhere. */
export function Menu({ summary, label, align = 'end', className, children }: MenuProps) {
  return (
    <details className={clsx(styles.menu, className)} data-menu="">
      <summary aria-label={label}>{summary}</summary>
      <div className={styles[align]}>{children}</div>
    </details>
  );
}
