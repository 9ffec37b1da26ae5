import { SignInForm } from '@kundig/identity/web';
import { Link, Narrow, type PageProps, type PrefetchContext, useMessages } from '@kundig/web-kit';
import { nextOf, withNext } from './next-path.js';

export function prefetch({ messages, viewer, url }: PrefetchContext) {
  const redirect = viewer === 'signed-in' ? { path: nextOf(url) ?? '/', permanent: false } : undefined;
  return Promise.resolve({ title: messages('pages')('account.signIn'), noindex: true, redirect });
}

export default function SignInPage({ url }: PageProps) {
  const t = useMessages('pages');
  const next = nextOf(url);
  return (
    <Narrow>
      <h1>{t('account.signIn')}</h1>
      {url.searchParams.get('done') === 'password' && <p role="status">{t('reset.done')}</p>}
      {next && <p>{t('account.signInFirst')}</p>}
      <SignInForm next={next} />
      <p>
        {t('account.new')} <Link to={withNext('/register', next)}>{t('account.register')}</Link>
      </p>
    </Narrow>
  );
}
