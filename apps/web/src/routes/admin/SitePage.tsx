import { graphql } from '@kundig/api-contract';
import { SiteSettingsForm } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const SitePageQuery = graphql(`
  query SitePage {
    siteSettings {
      ...SiteSettingsForm_settings
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(SitePageQuery, {});
  return { title: messages('pages')('admin.site'), noindex: true };
}

/** What the community is called and how it looks. */
export default function SitePage() {
  const t = useMessages('pages');
  const { siteSettings } = usePageQuery(SitePageQuery, {});
  return (
    <AdminFrame title={t('admin.site')}>
      <SiteSettingsForm settings={siteSettings} />
    </AdminFrame>
  );
}
