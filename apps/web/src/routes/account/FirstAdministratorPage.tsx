import { graphql } from '@kundig/api-contract';
import { FirstAdministratorForm } from '@kundig/identity/web';
import { useMessages, usePreparedQuery, type PageProps, type PrefetchContext } from '@kundig/web-kit';
import { OneTimeLink, oneTimeOutcome } from './OneTimeLink.js';

const FirstAdministratorPageQuery = graphql(`
  query FirstAdministratorPage($token: String!) {
    firstAdministratorLinkWorks(token: $token)
  }
`);

export async function prefetch({ messages, params, query }: PrefetchContext) {
  const { firstAdministratorLinkWorks } = await query(FirstAdministratorPageQuery, { token: params.token! });
  const t = messages('pages');
  return oneTimeOutcome(
    firstAdministratorLinkWorks ? t('firstAdministrator.title') : t('oneTime.over'),
    firstAdministratorLinkWorks,
  );
}

/** Where somebody becomes the first administrator, by the link of the command. */
export default function FirstAdministratorPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const works = usePreparedQuery(FirstAdministratorPageQuery, { token })?.firstAdministratorLinkWorks;
  return (
    <OneTimeLink title={t('firstAdministrator.title')} over={t('firstAdministrator.over')}>
      {works && (
        <>
          <p>{t('firstAdministrator.text')}</p>
          <FirstAdministratorForm token={token} />
        </>
      )}
    </OneTimeLink>
  );
}
