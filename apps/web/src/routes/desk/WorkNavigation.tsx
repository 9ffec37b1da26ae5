import { isOn, Link, useMessages, usePageRuntime, usePreparedQuery } from '@kundig/web-kit';
import { FrameQuery } from '../../page/frame-query.js';
import type { AdminGroup } from '../admin/sections.js';
import styles from './WorkNavigation.module.css';

/** Beyond it the exact number helps nobody, and takes room. */
const MOST_COUNTED = 99;

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
              .filter(({ feature }) => !feature || isOn(site, feature))
              .map((section) => (
                <li key={section.path}>
                  <Link to={section.path} aria-current={currentAt(here, section.path)}>
                    {t(section.name)}
                    <Waiting count={(viewer && section.waiting?.(viewer)) ?? 0} />
                  </Link>
                </li>
              ))}
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

/** A number that asks for attention; nothing where nothing waits. */
function Waiting({ count }: { count: number }) {
  const t = useMessages('pages');
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden>{count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>
      <span className="visually-hidden">{t('desk.waiting', { count })}</span>
    </span>
  );
}
