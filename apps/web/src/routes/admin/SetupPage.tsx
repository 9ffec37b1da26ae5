import { graphql } from '@kundig/api-contract';
import { DismissSetupForm, SetupChecklist } from '@kundig/site/web';
import { SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const SetupPageQuery = graphql(`
  query SetupPage {
    setup {
      ...SetupChecklist_state
    }
    viewer {
      setupStepsLeft
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(SetupPageQuery, {});
  return { title: messages('pages')('admin.setup'), noindex: true };
}

/** The checklist of a new community. */
export default function SetupPage() {
  const t = useMessages('pages');
  const { setup, viewer } = usePageQuery(SetupPageQuery, {});
  return (
    <AdminFrame title={t('admin.setup')}>
      <SetupChecklist states={setup} />
      {viewer.setupStepsLeft > 0 && <DismissSetupForm />}
    </AdminFrame>
  );
}
