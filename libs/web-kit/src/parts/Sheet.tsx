import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import styles from './sheet.module.css';

/** The paper things lie on that belong together: a text, a form, a table. */
export function Sheet({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={clsx(styles.sheet, className)}>{children}</div>;
}

/** Class of what the operator's own people wrote: an edge in the house's colour. For what lies directly on a `Sheet`. */
export const { staffEdge } = styles;

interface RowsProps {
  /** Of `<li>`s. */
  children: ReactNode;
  /** Where the order says something, as in what was found. */
  ordered?: boolean;
  className?: string;
}

/** A list whose entries stand one below the other on one sheet, divided by lines. */
export function Rows({ ordered, className, children }: RowsProps) {
  const List = ordered ? 'ol' : 'ul';
  return <List className={clsx(styles.rows, className)}>{children}</List>;
}
