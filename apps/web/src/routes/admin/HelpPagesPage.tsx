import { graphql } from '@kundig/api-contract';
import { HelpSourceList, HelpSourcesForm } from '@kundig/search/web';
import { Section, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const HelpPagesPageQuery = graphql(`
  query HelpPagesPage {
    helpSources {
      address
      ...HelpSourceList_source
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(HelpPagesPageQuery, {});
  return { title: messages('pages')('admin.helpPages'), noindex: true };
}

/** The operator's own help pages, which lie elsewhere and are found here. */
export default function HelpPagesPage() {
  const t = useMessages('pages');
  const { helpSources } = usePageQuery(HelpPagesPageQuery, {});
  return (
    <AdminFrame title={t('admin.helpPages')}>
      <p>{t('admin.helpPagesHint')}</p>
      <HelpSourcesForm addresses={helpSources.map(({ address }) => address)} />
      {helpSources.length > 0 && (
        <Section title={t('admin.helpSources')}>
          <HelpSourceList sources={helpSources} />
        </Section>
      )}
    </AdminFrame>
  );
}
