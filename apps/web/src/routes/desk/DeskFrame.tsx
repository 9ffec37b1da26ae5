import type { ReactNode } from 'react';
import { isOn, SegmentedLinks, useMessages, usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from '../../page/frame-query.js';
import { AdminFrame } from '../admin/AdminFrame.js';
import styles from './DeskPage.module.css';
import { desks } from './desks.js';

/**
 * Title and content of one desk, with the way to the other desks of the viewer: among all of *Verwaltung* for whoever
 * administers, in a line above the title for everybody else.
 *
 * @param title of the page
 */
export function DeskFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages('pages');
  const { path, site } = usePageRuntime();
  const viewer = usePreparedQuery(FrameQuery, {})?.viewer;
  if (viewer?.mayAdminister)
    return (
      <AdminFrame title={title} ownSheets>
        <div className={styles.desk}>{children}</div>
      </AdminFrame>
    );
  const here = path.split('?', 1)[0];
  const open = desks.filter(({ may, feature }) => viewer?.[may] && (!feature || isOn(site, feature)));
  return (
    <div className={styles.desk}>
      {open.length > 1 && (
        <SegmentedLinks
          label={t('desk.all')}
          links={open.map((desk) => ({ href: desk.path, text: t(desk.name), current: desk.path === here }))}
        />
      )}
      <h1>{title}</h1>
      {children}
    </div>
  );
}
