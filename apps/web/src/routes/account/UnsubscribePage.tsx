import { graphql } from '@kundig/api-contract';
import { WayOutForms } from '@kundig/notifications/web';
import {
  Link,
  Narrow,
  useMessages,
  usePreparedQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { OneTimeLink, oneTimeOutcome } from './OneTimeLink.js';

const UnsubscribePageQuery = graphql(`
  query UnsubscribePage($token: String!) {
    wayOut(token: $token) {
      id
      mails
      ended
      ...WayOutForms_wayOut
    }
  }
`);

export async function prefetch({ messages, params, query }: PrefetchContext) {
  const { wayOut } = await query(UnsubscribePageQuery, { token: params.token! });
  const t = messages('pages');
  if (!wayOut) return oneTimeOutcome(t('oneTime.over'), false);
  return oneTimeOutcome(wayOut.ended ? t('unsubscribed.title') : t('unsubscribe.title'), true);
}

/** Where the way out in a mail leads: names the mails, ends them by a click, and takes it back by another. */
export default function UnsubscribePage({ params }: PageProps) {
  const t = useMessages('pages');
  const wayOut = usePreparedQuery(UnsubscribePageQuery, { token: params.token! })?.wayOut;
  if (!wayOut) return <OneTimeLink title={t('unsubscribe.title')} over={t('unsubscribe.over')} />;
  return (
    <Narrow>
      <h1>{wayOut.ended ? t('unsubscribed.title') : t('unsubscribe.title')}</h1>
      <WayOutForms wayOut={wayOut} />
      {wayOut.mails !== 'SHARED_PROBLEM' && (
        <p>
          <Link to="/settings/notifications">{t('unsubscribe.choices')}</Link>
        </p>
      )}
    </Narrow>
  );
}
