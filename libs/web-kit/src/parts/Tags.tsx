import { Link } from './Link.js';
import styles from './Tags.module.css';

interface TagsProps {
  tags: readonly string[];
  /** What the list is called, where no heading says it. */
  label?: string;
  /** @returns the address of what bears a tag, without the language prefix */
  hrefOf(tag: string): string;
}

/** The words something was filed under. */
export function Tags({ tags, label, hrefOf }: TagsProps) {
  return (
    <ul className={styles.tags} aria-label={label}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link to={hrefOf(tag)}>{tag}</Link>
        </li>
      ))}
    </ul>
  );
}
