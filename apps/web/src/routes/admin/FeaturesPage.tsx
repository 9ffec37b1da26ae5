import { graphql } from '@kundig/api-contract';
import { FeatureList } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const FeaturesPageQuery = graphql(`
  query FeaturesPage {
    featureStates {
      ...FeatureList_state
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(FeaturesPageQuery, {});
  return { title: messages('pages')('admin.features'), noindex: true };
}

/** Which parts the community has. */
export default function FeaturesPage() {
  const t = useMessages('pages');
  const { featureStates } = usePageQuery(FeaturesPageQuery, {});
  return (
    <AdminFrame title={t('admin.features')}>
      <p>{t('admin.featuresHint')}</p>
      <FeatureList states={featureStates} />
    </AdminFrame>
  );
}
