import { ErrorState, useMessages, type PrefetchContext } from '@kundig/web-kit';

/** The same bytes for what never was, what is gone and what this viewer may not see. */
export async function prefetch({ messages }: Pick<PrefetchContext, 'messages'>) {
  return { status: 404 as const, title: messages('pages')('problem.missing.title'), noindex: true };
}

export default function NotFoundPage() {
  const t = useMessages('pages');
  return <ErrorState title={t('problem.missing.title')} text={t('problem.missing.text')} />;
}
