import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Sheet } from './Sheet.js';
import styles from './layout.module.css';

interface ColumnsProps {
  children: ReactNode;
  aside?: ReactNode;
  /** Leaves the side column out where it would stand below, because the page says the same elsewhere. */
  asideOnlyBeside?: boolean;
}

/**
 * The reading column, and beside it from 1024 px on what helps but is not the matter. Two columns fill the frame; a page of
 * one column stands in its middle, as the narrow ones do.
 */
export function Columns({ children, aside, asideOnlyBeside }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{children}</div>
      {aside && <aside className={clsx(styles.aside, asideOnlyBeside && styles.onlyBeside)}>{aside}</aside>}
    </div>
  );
}

interface ReadingProps {
  children: ReactNode;
  /** Air between the parts, in steps of the scale of gaps. */
  gap: 3 | 4 | 5;
  className?: string;
}

/** A page of one reading column, which stands in the middle. */
export function Reading({ children, gap, className }: ReadingProps) {
  return (
    <div className={clsx(styles.reading, className)} data-gap={gap}>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  children: ReactNode;
  className?: string;
  /** Lets addresses lead here. */
  id?: string;
}

/** A titled part of a page or of its side column. */
export function Section({ title, children, className, id }: SectionProps) {
  return (
    <section id={id} className={clsx(styles.section, className)}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A page of one narrow sheet, for forms and texts. */
export function Narrow({ children }: { children: ReactNode }) {
  return <Sheet className={styles.narrow}>{children}</Sheet>;
}
