import type { ReactNode } from 'react';
import {
  Breadcrumb,
  IconChevronDown,
  Menu,
  useMessages,
  usePageRuntime,
  usePreparedQuery,
} from '@kundig/web-kit';
import { FrameQuery } from '../../page/frame-query.js';
import { AdminFrame } from '../admin/AdminFrame.js';
import { Beside } from './Beside.js';
import styles from './DeskPage.module.css';
import { openDesks } from './desks.js';
import { WorkNavigation } from './WorkNavigation.js';

interface DeskFrameProps {
  title: string;
  /** Language of the title where it is somebody's words. */
  lang?: string;
  /** Under the title: how it stands. */
  facts?: ReactNode;
  /** The desk this page belongs to, where it is not a desk itself. */
  above?: { href: string; text: string };
  children: ReactNode;
}

/**
 * Title and content of one desk or a page of it, with the way to the other desks of the viewer: among all of *Verwaltung*
 * for whoever administers. Where there is no room beside the page, it lies behind a button above the title.
 */
export function DeskFrame({ title, lang, facts, above, children }: DeskFrameProps) {
  const t = useMessages('pages');
  const { site } = usePageRuntime();
  const viewer = usePreparedQuery(FrameQuery, {})?.viewer;
  if (viewer?.mayAdminister)
    return (
      <AdminFrame title={title} lang={lang} ownSheets>
        <div className={styles.desk}>
          {facts}
          {children}
        </div>
      </AdminFrame>
    );
  const open = viewer ? openDesks(viewer, site) : [];
  const page = (
    <div className={styles.desk}>
      <div>
        {above && <Breadcrumb trail={[above]} />}
        <h1 lang={lang}>{title}</h1>
        {facts}
      </div>
      {children}
    </div>
  );
  if (open.length < 2) return page;
  const navigation = <WorkNavigation label={t('desk.all')} groups={[{ name: 'desk.all', sections: open }]} />;
  return (
    <Beside navigation={navigation}>
      <div className={styles.others}>
        <Menu
          align="start"
          summary={
            <>
              {t('desk.all')}
              <IconChevronDown size={16} aria-hidden />
            </>
          }
        >
          {navigation}
        </Menu>
      </div>
      {page}
    </Beside>
  );
}
