import { graphql } from '@kundig/api-contract';
import { RegisterForm } from '@kundig/identity/web';
import { EmptyState, Link, Narrow, type PrefetchContext, useMessages, usePageQuery } from '@kundig/web-kit';

const RegisterPageQuery = graphql(`
  query RegisterPage {
    site {
      registrationOpen
    }
  }
`);

export async function prefetch({ query, messages, viewer }: PrefetchContext) {
  await query(RegisterPageQuery, {});
  const redirect = viewer === 'signed-in' ? { path: '/', permanent: false } : undefined;
  return { title: messages('pages')('account.register'), canonical: '/register', redirect };
}

export default function RegisterPage() {
  const t = useMessages('pages');
  const { site } = usePageQuery(RegisterPageQuery, {});
  return (
    <Narrow>
      <h1>{t('account.register')}</h1>
      {site.registrationOpen ? <RegisterForm /> : <EmptyState text={t('account.closed')} />}
      <p>
        {t('account.known')} <Link to="/sign-in">{t('account.signIn')}</Link>
      </p>
    </Narrow>
  );
}
