import { graphql } from '@kundig/api-contract';
import { LeakCountTable, LeakGuardSettingsForm, LeakRescan } from '@kundig/leak-guard/web';
import {
  EmptyState,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const LeakGuardPageQuery = graphql(`
  query LeakGuardPage {
    leakGuardSettings {
      ...LeakGuardSettingsForm_settings
    }
    leakCounts {
      ...LeakCountTable_count
    }
    leakRescan {
      ...LeakRescan_rescan
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(LeakGuardPageQuery, {});
  return { title: messages('pages')('admin.leakGuard'), noindex: true };
}

/** What writers are asked about before they send a text. */
export default function LeakGuardPage() {
  const t = useMessages('pages');
  const { leakGuardSettings, leakCounts, leakRescan } = usePageQuery(LeakGuardPageQuery, {});
  return (
    <AdminFrame title={t('admin.leakGuard')}>
      <p>{t('admin.leakGuardHint')}</p>
      <LeakGuardSettingsForm settings={leakGuardSettings} />
      <Section title={t('admin.leakCounts')}>
        {leakCounts.length > 0 ? (
          <LeakCountTable counts={leakCounts} />
        ) : (
          <EmptyState text={t('admin.noLeakCounts')} quiet />
        )}
        <p>{t('admin.leakCountsHint')}</p>
      </Section>
      <Section title={t('admin.leakRescan')}>
        <p>{t('admin.leakRescanHint')}</p>
        <LeakRescan rescan={leakRescan} />
      </Section>
    </AdminFrame>
  );
}
