import styles from './CountBadge.module.css';

/** Beyond it the exact number helps nobody, and takes room. */
const MOST_COUNTED = 99;

interface CountBadgeProps {
  count: number;
  /** What it counts, for whoever hears the page; left out where the text beside it says it. */
  said?: string;
  /** Where it lies on a picture: the sheet of the place. */
  className?: string;
}

/** A number that asks for attention; nothing where nothing waits. */
export function CountBadge({ count, said, className = '' }: CountBadgeProps) {
  if (count === 0) return null;
  return (
    <span className={`${styles.count} ${className}`}>
      <span
        className={styles.number}
        data-count={count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}
        aria-hidden
      />
      {said && <span className="visually-hidden">{said}</span>}
    </span>
  );
}
