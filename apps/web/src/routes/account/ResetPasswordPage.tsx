import { ResetPasswordForm } from '@kundig/identity/web';
import { Narrow, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('reset.title'), noindex: true, secret: true });
}

export default function ResetPasswordPage({ params }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('reset.title')}</h1>
      <p>{t('reset.text')}</p>
      <ResetPasswordForm token={params.token!} />
    </Narrow>
  );
}
