import { ConfirmNewMailForm } from '@kundig/identity/web';
import { Narrow, SignInNeeded, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  return Promise.resolve({ title: messages('pages')('newMail.title'), noindex: true, secret: true });
}

/** Where the link leads that proves a new address; it works for whoever asked for it, and for nobody else. */
export default function ConfirmNewMailPage({ params }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('newMail.title')}</h1>
      <p>{t('newMail.text')}</p>
      <ConfirmNewMailForm token={params.token!} />
    </Narrow>
  );
}
