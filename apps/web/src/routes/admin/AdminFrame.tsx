import type { ReactNode } from 'react';
import { Breadcrumb, isOn, Link, Notice, Sheet, useMessages, usePageRuntime } from '@kundig/web-kit';
import styles from './AdminFrame.module.css';
import { adminGroups } from './sections.js';

/** Parameter of the address after something was saved. */
export const SAVED = 'saved';

/**
 * Title and content of one page of *Verwaltung*, beside the list of all of them. On a phone that list is the page above,
 * `/admin`, to which the way leads back.
 *
 * @param title of the page
 */
export function AdminFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  const saved = new URLSearchParams(path.split('?')[1]).has(SAVED);
  return (
    <div className={styles.frame}>
      <div className={styles.beside}>
        <AdminNavigation />
      </div>
      <div className={styles.page}>
        <Breadcrumb trail={[{ href: '/admin', text: t('admin.title') }]} />
        <h1>{title}</h1>
        {saved && <Notice>{t('admin.saved')}</Notice>}
        <Sheet className={styles.content}>{children}</Sheet>
      </div>
    </div>
  );
}

/** Links to all pages of *Verwaltung*, by group. */
export function AdminNavigation() {
  const t = useMessages('pages');
  const { path, site } = usePageRuntime();
  const here = path.split('?', 1)[0];
  return (
    <nav aria-label={t('admin.title')} className={styles.navigation}>
      {adminGroups.map(({ name, sections }) => (
        <div key={name}>
          <p>{t(name)}</p>
          <ul>
            {sections
              .filter(({ feature }) => !feature || isOn(site, feature))
              .map((section) => (
                <li key={section.path}>
                  <Link to={section.path} aria-current={section.path === here ? 'page' : undefined}>
                    {t(section.name)}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
