import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import styles from './TextFooter.module.css';

interface TextFooterProps {
  /** Nothing is left of the text: what is offered here stands below a note, and does not begin with a quiet button. */
  stub?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * What can be done with a text, in a line below it; without anything there is no line. Words of quiet buttons stand in line
 * with the text, not their edges.
 */
export function TextFooter({ stub, className, children }: TextFooterProps) {
  return <footer className={clsx(styles.footer, !stub && styles.quiet, className)}>{children}</footer>;
}
