import { graphql } from '@kundig/api-contract';
import { SetupNotice } from '@kundig/site/web';
import {
  Callout,
  LinkButton,
  PageNotFound,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  usePreparedQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { FrameQuery } from '../../page/frame-query.js';
import { openDesks, waitingAt } from '../desk/desks.js';
import { WorkNavigation } from '../desk/WorkNavigation.js';
import styles from './AdminPage.module.css';
import { adminGroups } from './sections.js';

const AdminPageQuery = graphql(`
  query AdminPage {
    viewer {
      mayAdminister
      ...SetupNotice_viewer
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(AdminPageQuery, {});
  if (!person.mayAdminister) throw new PageNotFound();
  return { title: messages('pages')('admin.title'), noindex: true };
}

/** What waits for somebody, and the way to every page of *Verwaltung*. */
export default function AdminPage() {
  const t = useMessages('pages');
  const { viewer } = usePageQuery(AdminPageQuery, {});
  const { mailless } = usePageRuntime().site;
  return (
    <div className={styles.page}>
      <h1>{t('admin.title')}</h1>
      {mailless && (
        <Callout tone="waiting">
          <p>{t('admin.mailless')}</p>
          <LinkButton to="/admin/mail" size="small">
            {t('admin.setUpMail')}
          </LinkButton>
        </Callout>
      )}
      <SetupNotice viewer={viewer} />
      <WaitingDecisions />
      <WorkNavigation label={t('admin.title')} groups={adminGroups} />
    </div>
  );
}

/** The desks on which something lies; nothing where none has any. */
function WaitingDecisions() {
  const t = useMessages('pages');
  const { site } = usePageRuntime();
  const viewer = usePreparedQuery(FrameQuery, {})?.viewer;
  if (!viewer) return null;
  const waiting = openDesks(viewer, site)
    .map((desk) => ({ ...desk, count: waitingAt(desk, viewer) }))
    .filter(({ count }) => count > 0);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('admin.waiting')}>
      <ul className={styles.waiting}>
        {waiting.map(({ path, name, count }) => (
          <li key={path}>
            <LinkButton to={path}>
              {t(name)}: {count}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
