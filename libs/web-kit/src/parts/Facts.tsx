import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** What is to be known of something in one quiet line, each fact an element of its own: how it stands, where, when. */
export function Facts({ className, children }: { className?: string; children: ReactNode }) {
  return <p className={clsx(styles.facts, className)}>{children}</p>;
}
