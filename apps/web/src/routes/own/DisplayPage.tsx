import { StatusDisplayForm } from '@kundig/pseudonyms/web';
import { Narrow, useMessages, type PrefetchContext } from '@kundig/web-kit';

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('display.title'), noindex: true });
}

/** How pages look for this reader; visitors choose for their browser, members for their account. */
export default function DisplayPage() {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('display.title')}</h1>
      <h2>{t('display.status')}</h2>
      <p>{t('display.statusText')}</p>
      <StatusDisplayForm />
    </Narrow>
  );
}
