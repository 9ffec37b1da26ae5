import { useMessages, type PrefetchContext } from '@kundig/web-kit';
import { WorkNavigation } from '../desk/WorkNavigation.js';
import styles from './AdminPage.module.css';
import { admitAdministrator } from './admit-administrator.js';
import { adminGroups } from './sections.js';

export async function prefetch(context: PrefetchContext) {
  await admitAdministrator(context);
  return { title: context.messages('pages')('admin.title'), noindex: true };
}

/** The way to every page of *Verwaltung*. */
export default function AdminPage() {
  const t = useMessages('pages');
  return (
    <div className={styles.page}>
      <h1>{t('admin.title')}</h1>
      <WorkNavigation label={t('admin.title')} groups={adminGroups} />
    </div>
  );
}
