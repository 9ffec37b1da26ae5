import type { ReactNode } from 'react';
import { Breadcrumb, Link, Notice, Sheet, useMessages, usePageRuntime } from '@kundig/web-kit';
import { Beside } from '../desk/Beside.js';
import { WorkNavigation } from '../desk/WorkNavigation.js';
import styles from './AdminFrame.module.css';
import { adminGroups } from './sections.js';

/** Parameter of the address after something was saved. */
export const SAVED = 'saved';

const sections = adminGroups.flatMap((group) => group.sections);
/** Where the steps of the checklist are taken. */
const setupPages = [
  ...['site', 'logo', 'boards', 'texts', 'contact', 'mail', 'invitations', 'features', 'offer'],
].map((step) => `/admin/${step}`);

interface AdminFrameProps {
  /** Of the page. */
  title: string;
  /** Language of the title where it is somebody's words. */
  lang?: string;
  children: ReactNode;
  /** What is said after something was saved, where there is more to say than that. */
  saved?: ReactNode;
  /** Whether the content brings sheets of its own; otherwise it lies on one. */
  ownSheets?: boolean;
}

/**
 * Title and content of one page of *Verwaltung*, beside the list of all of them. On a phone that list is the page above,
 * `/admin`, to which the way leads back. After saving what belongs to setting up, the way to the other steps is named.
 */
export function AdminFrame({ title, lang, children, saved, ownSheets = false }: AdminFrameProps) {
  const t = useMessages('pages');
  const { path } = usePageRuntime();
  const [here = '', query] = path.split('?');
  const above = sections.find((section) => here.startsWith(`${section.path}/`));
  const isStep = setupPages.some((page) => here === page || here.startsWith(`${page}/`));
  return (
    <Beside navigation={<WorkNavigation label={t('admin.title')} groups={adminGroups} />}>
      <Breadcrumb
        trail={[
          { href: '/admin', text: t('admin.title') },
          ...(above ? [{ href: above.path, text: t(above.name) }] : []),
        ]}
      />
      <h1 lang={lang}>{title}</h1>
      {new URLSearchParams(query).has(SAVED) && (
        <Notice>
          {saved || t('admin.saved')} {isStep && <Link to="/admin/setup">{t('admin.toSetup')}</Link>}
        </Notice>
      )}
      {ownSheets ? children : <Sheet className={styles.content}>{children}</Sheet>}
    </Beside>
  );
}
