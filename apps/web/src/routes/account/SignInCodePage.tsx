import { SignInByCodeForm } from '@kundig/identity/web';
import { Narrow, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';
import { nextOf } from './next-path.js';

export function prefetch({ messages, viewer, url }: PrefetchContext) {
  const redirect = viewer === 'signed-in' ? { path: nextOf(url) ?? '/', permanent: false } : undefined;
  return Promise.resolve({
    title: messages('pages')('signInCode.title'),
    noindex: true,
    secret: true,
    redirect,
  });
}

/** Second step of signing in, for accounts with a second factor. */
export default function SignInCodePage({ params, url }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('signInCode.title')}</h1>
      <p>{t('signInCode.text')}</p>
      <SignInByCodeForm ticket={params.ticket!} next={nextOf(url)} />
      <p>{t('signInCode.lost')}</p>
    </Narrow>
  );
}
