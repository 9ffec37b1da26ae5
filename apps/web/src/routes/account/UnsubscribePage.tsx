import { UnsubscribeForm } from '@kundig/notifications/web';
import { Link, Narrow, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('unsubscribe.title'), noindex: true, secret: true });
}

export default function UnsubscribePage({ params }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('unsubscribe.title')}</h1>
      <p>{t('unsubscribe.text')}</p>
      <UnsubscribeForm token={params.token!} />
      <p>
        <Link to="/settings/notifications">{t('unsubscribe.choices')}</Link>
      </p>
    </Narrow>
  );
}
