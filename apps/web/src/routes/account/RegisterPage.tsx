import { graphql } from '@kundig/api-contract';
import { RegisterForm } from '@kundig/identity/web';
import {
  EmptyState,
  Link,
  Narrow,
  type PageProps,
  type PrefetchContext,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import { MailMissing } from '../../page/MailMissing.js';
import { nextOf, withNext } from './next-path.js';

const RegisterPageQuery = graphql(`
  query RegisterPage {
    site {
      registrationOpen
    }
  }
`);

export async function prefetch({ query, messages, viewer, url, siteName }: PrefetchContext) {
  await query(RegisterPageQuery, {});
  const redirect = viewer === 'signed-in' ? { path: nextOf(url) ?? '/', permanent: false } : undefined;
  const t = messages('pages');
  return {
    title: t('account.register'),
    description: t('account.registerDescription', { site: siteName }),
    canonical: '/register',
    redirect,
  };
}

export default function RegisterPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { site } = usePageQuery(RegisterPageQuery, {});
  const next = nextOf(url);
  return (
    <Narrow>
      <h1>{t('account.register')}</h1>
      {site.registrationOpen && <MailMissing before="registration" />}
      {site.registrationOpen ? <RegisterForm next={next} /> : <EmptyState text={t('account.closed')} />}
      <p>
        {t('account.known')} <Link to={withNext('/sign-in', next)}>{t('account.signIn')}</Link>
      </p>
    </Narrow>
  );
}
