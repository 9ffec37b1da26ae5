import { graphql } from '@kundig/api-contract';
import { RevealDelayForm, UntoldReveal } from '@kundig/moderation/web';
import {
  Callout,
  EmptyState,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const RevealSettingsPageQuery = graphql(`
  query RevealSettingsPage {
    revealTerms {
      possible
      delayDays
    }
    untoldReveals {
      id
      ...UntoldReveal_request
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(RevealSettingsPageQuery, {});
  return { title: messages('pages')('admin.reveals'), noindex: true };
}

/** Whether reveals are possible, and when those are told about whom somebody has looked. */
export default function RevealsPage() {
  const t = useMessages('pages');
  const { revealTerms, untoldReveals } = usePageQuery(RevealSettingsPageQuery, {});
  const { possible, delayDays } = revealTerms;
  return (
    <AdminFrame title={t('admin.reveals')}>
      <p>{t('admin.revealsWhy')}</p>
      <Callout tone={possible ? 'done' : 'waiting'}>
        {t(possible ? 'admin.revealsOn' : 'admin.revealsOff')}
      </Callout>
      {possible && <RevealDelayForm days={delayDays} />}
      {possible && (
        <Section title={t('admin.untold')}>
          {untoldReveals.length > 0 ? (
            untoldReveals.map((request) => <UntoldReveal key={request.id} request={request} />)
          ) : (
            <EmptyState text={t('admin.noUntold')} quiet />
          )}
        </Section>
      )}
    </AdminFrame>
  );
}
