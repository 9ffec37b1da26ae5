import type { ReactNode } from 'react';
import { IconCheck } from '../icons.js';
import { LinkButton } from '../form/Button.js';
import { Bubbles } from './Bubbles.js';
import { useMessages } from '../messages/use-messages.js';
import styles from './states.module.css';

interface EmptyStateProps {
  text: string;
  /** What to do next. */
  children?: ReactNode;
  /** One line, for a part of a page whose other parts are not empty. */
  quiet?: boolean;
}

/** What stands where a list would be: why it is empty, and what to do next. */
export function EmptyState({ text, children, quiet = false }: EmptyStateProps) {
  if (quiet) return <p className={styles.quiet}>{text}</p>;
  return (
    <div className={styles.empty}>
      <Bubbles size={40} faint />
      <p>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

/** A page for what did not work, with the two ways on that always help. */
export function ErrorState({ title, text }: { title: string; text: string }) {
  const t = useMessages('kit');
  return (
    <div className={styles.error}>
      <Bubbles size={72} faint />
      <h1>{title}</h1>
      <p>{text}</p>
      <div className={styles.actions}>
        <LinkButton to="/" look="filled">
          {t('error.home')}
        </LinkButton>
        <LinkButton to="/search">{t('error.search')}</LinkButton>
      </div>
    </div>
  );
}

/** One sentence about what just happened; read out, and gone with the next page. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className={styles.notice} role="status">
      <IconCheck size={20} aria-hidden /> <span>{children}</span>
    </p>
  );
}
