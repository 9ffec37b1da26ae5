import { graphql } from '@kundig/api-contract';
import { EndIncidentForm, IncidentForm } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const IncidentPageQuery = graphql(`
  query IncidentPage {
    siteSettings {
      incident {
        pending
      }
      ...IncidentForm_settings
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(IncidentPageQuery, {});
  return { title: messages('pages')('admin.incident'), noindex: true };
}

/** The notice on home, boards and composer when something does not work. */
export default function IncidentPage() {
  const t = useMessages('pages');
  const { siteSettings } = usePageQuery(IncidentPageQuery, {});
  const { incident } = siteSettings;
  return (
    <AdminFrame title={t('admin.incident')}>
      <p>{t('admin.incidentHint')}</p>
      <IncidentForm key={String(incident?.pending)} settings={siteSettings} />
      {incident?.pending && <EndIncidentForm />}
    </AdminFrame>
  );
}
