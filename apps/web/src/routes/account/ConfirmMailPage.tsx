import { ConfirmMailForm } from '@kundig/identity/web';
import { Narrow, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('confirm.title'), noindex: true, secret: true });
}

export default function ConfirmMailPage({ params }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('confirm.title')}</h1>
      <p>{t('confirm.text')}</p>
      <ConfirmMailForm token={params.token!} />
    </Narrow>
  );
}
