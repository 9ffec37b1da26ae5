import { graphql } from '@kundig/api-contract';
import { FirstAdministratorForm } from '@kundig/identity/web';
import {
  LinkButton,
  Narrow,
  useMessages,
  usePreparedQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const FirstAdministratorPageQuery = graphql(`
  query FirstAdministratorPage($token: String!) {
    firstAdministratorLinkWorks(token: $token)
  }
`);

export async function prefetch({ messages, params, query }: PrefetchContext) {
  const { firstAdministratorLinkWorks } = await query(FirstAdministratorPageQuery, { token: params.token! });
  return {
    status: firstAdministratorLinkWorks ? undefined : (410 as const),
    title: messages('pages')('firstAdministrator.title'),
    noindex: true,
    secret: true,
  };
}

export default function FirstAdministratorPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const works = usePreparedQuery(FirstAdministratorPageQuery, { token })?.firstAdministratorLinkWorks;
  return (
    <Narrow>
      <h1>{t('firstAdministrator.title')}</h1>
      {works ? (
        <>
          <p>{t('firstAdministrator.text')}</p>
          <FirstAdministratorForm token={token} />
        </>
      ) : (
        <>
          <p>{t('firstAdministrator.over')}</p>
          <LinkButton to="/sign-in" look="filled">
            {t('frame.signIn')}
          </LinkButton>
        </>
      )}
    </Narrow>
  );
}
