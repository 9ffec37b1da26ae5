import type { ReactNode } from 'react';
import styles from './Beside.module.css';

interface BesideProps {
  /** Beside the page where there is room; elsewhere the page itself names the way. */
  navigation: ReactNode;
  children: ReactNode;
}

/** A page for people who work here, and beside it the way to the other ones. */
export function Beside({ navigation, children }: BesideProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.beside}>{navigation}</div>
      <div className={styles.page}>{children}</div>
    </div>
  );
}
