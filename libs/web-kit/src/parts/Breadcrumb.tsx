import { clsx } from 'clsx';
import { Link } from './Link.js';
import { useMessages } from '../messages/use-messages.js';
import styles from './Breadcrumb.module.css';

/** Characters up to which a place is written out, whatever else has to be cut for it. */
const SHORT = 16;

/** The way from the home page to the place above this page. */
export function Breadcrumb({ trail }: { trail: { href: string; text: string }[] }) {
  const t = useMessages('kit');
  return (
    <nav className={styles.breadcrumb} aria-label={t('breadcrumb.label')}>
      <ol>
        {[{ href: '/', text: t('breadcrumb.home') }, ...trail].map(({ href, text }) => (
          <li key={href} className={clsx(text.length <= SHORT && styles.short)}>
            <Link to={href}>{text}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
