import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import styles from './Callout.module.css';

/** What a callout is about: something to see, something open, something done, something wrong. */
export type CalloutTone = 'spark' | 'waiting' | 'done' | 'danger';

/** A few words, and perhaps what to do about them, that stand out of the page around them. */
export function Callout({
  tone = 'spark',
  className,
  ...native
}: { tone?: CalloutTone } & ComponentProps<'div'>) {
  return <div {...native} className={clsx(styles.callout, styles[tone], className)} />;
}
