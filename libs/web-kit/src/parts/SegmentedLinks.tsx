import { Link } from './Link.js';
import styles from './SegmentedLinks.module.css';

interface SegmentedLinksProps {
  label: string;
  links: { href: string; text: string; current: boolean }[];
}

/** A few views of one list, each with its own address. */
export function SegmentedLinks({ label, links }: SegmentedLinksProps) {
  return (
    <nav className={styles.segments} aria-label={label}>
      <ul>
        {links.map(({ href, text, current }) => (
          <li key={href}>
            <Link to={href} aria-current={current ? 'page' : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
