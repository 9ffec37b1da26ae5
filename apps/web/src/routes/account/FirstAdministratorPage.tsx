import { FirstAdministratorForm } from '@kundig/identity/web';
import { Narrow, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({
    title: messages('pages')('firstAdministrator.title'),
    noindex: true,
    secret: true,
  });
}

export default function FirstAdministratorPage({ params }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('firstAdministrator.title')}</h1>
      <p>{t('firstAdministrator.text')}</p>
      <FirstAdministratorForm token={params.token!} />
    </Narrow>
  );
}
