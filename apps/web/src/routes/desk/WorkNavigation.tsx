import { Link, useMessages, usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { CountBadge } from '../../page/CountBadge.js';
import { FrameQuery } from '../../page/frame-query.js';
import type { AdminGroup } from '../admin/sections.js';
import { isThere, waitingAt } from './desks.js';
import styles from './WorkNavigation.module.css';

interface WorkNavigationProps {
  /** What it leads through. */
  label: string;
  groups: readonly AdminGroup[];
}

/** Links to places of work by group, with the number of things that wait there for the viewer. */
export function WorkNavigation({ label, groups }: WorkNavigationProps) {
  const t = useMessages('pages');
  const { path, site } = usePageRuntime();
  const viewer = usePreparedQuery(FrameQuery, {})?.viewer;
  const [here = ''] = path.split('?');
  return (
    <nav aria-label={label} className={styles.navigation}>
      {groups.map(({ name, sections }) => (
        <div key={name}>
          <p>{t(name)}</p>
          <ul>
            {sections
              .filter((section) => isThere(section, site) && (!section.may || viewer?.[section.may]))
              .map((section) => {
                const count = viewer ? waitingAt(section, viewer) : 0;
                return (
                  <li key={section.path}>
                    <Link to={section.path} aria-current={currentAt(here, section.path)}>
                      {t(section.name)}
                      <CountBadge count={count} said={t('desk.waiting', { count })} />
                    </Link>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** @returns how a link to `path` is marked on the page `here`, which may be one below it */
function currentAt(here: string, path: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return here.startsWith(`${path}/`) ? 'true' : undefined;
}
