import { UnlawfulContentForm } from '@kundig/moderation/web';
import { Narrow, useMessages, usePageRuntime, type PageProps, type PrefetchContext } from '@kundig/web-kit';

const LONGEST = 300;

export function prefetch({ messages }: PrefetchContext) {
  return Promise.resolve({ title: messages('pages')('unlawful.title'), noindex: true });
}

/** The way to notify the operator of unlawful content, for everybody. */
export default function ReportContentPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { site } = usePageRuntime();
  const path = url.searchParams.get('address')?.slice(0, LONGEST);
  const isPath = path?.startsWith('/') === true;
  return (
    <Narrow>
      <h1>{t('unlawful.title')}</h1>
      <p>{t('unlawful.text')}</p>
      <UnlawfulContentForm address={isPath ? site.baseUrl + path : undefined} />
    </Narrow>
  );
}
