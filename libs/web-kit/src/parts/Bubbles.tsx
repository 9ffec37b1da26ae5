import { clsx } from 'clsx';
import styles from './Bubbles.module.css';

/** Two speech bubbles that share a corner: a question and its answer. Faint where nothing has been said yet. */
export function Bubbles({ size, faint }: { size: number; faint?: boolean }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      className={clsx(faint && styles.faint)}
      aria-hidden="true"
    >
      <path className={styles.back} d="M13 3h10a6 6 0 0 1 6 6v17l-5-5h-11a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z" />
      <path className={styles.front} d="M8 9h8a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5H8l-5 5V14a5 5 0 0 1 5-5z" />
    </svg>
  );
}
