import styles from './ThreadDetails.module.css';

/** What the board asked beside a question, and the answers; nothing where nobody answered. */
export function ThreadDetails({ details }: { details: readonly { label: string; value: string }[] }) {
  if (details.length === 0) return null;
  return (
    <dl className={styles.details}>
      {details.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
