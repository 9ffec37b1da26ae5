import { graphql } from '@kundig/api-contract';
import { EndIncidentForm, IncidentForm, IncidentHint } from '@kundig/site/web';
import {
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const IncidentPageQuery = graphql(`
  query IncidentPage {
    viewer {
      incidentHint {
        thread {
          id
        }
        ...IncidentHint_hint
        ...IncidentForm_hint
      }
    }
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
export default function IncidentPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { viewer, siteSettings } = usePageQuery(IncidentPageQuery, {});
  const { incident } = siteSettings;
  const { incidentHint: hint } = viewer;
  const taken = hint?.thread.id === url.searchParams.get('thread') ? hint : null;
  return (
    <AdminFrame title={t('admin.incident')}>
      <p>{t('admin.incidentHint')}</p>
      {hint && !taken && <IncidentHint hint={hint} />}
      <IncidentForm
        key={`${incident?.pending} ${taken?.thread.id}`}
        settings={siteSettings}
        hint={taken ?? undefined}
      />
      {incident?.pending && <EndIncidentForm />}
    </AdminFrame>
  );
}
