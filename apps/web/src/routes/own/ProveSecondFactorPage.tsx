import { ProveSecondFactorForm } from '@kundig/identity/web';
import { Narrow, SignInNeeded, useMessages, type PageProps, type PrefetchContext } from '@kundig/web-kit';
import { nextOf } from '../account/next-path.js';

export function prefetch({ viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  return Promise.resolve({ title: messages('pages')('proveFactor.title'), noindex: true });
}

/** Asks for a fresh code, and leads back to what needs one. */
export default function ProveSecondFactorPage({ url }: PageProps) {
  const t = useMessages('pages');
  return (
    <Narrow>
      <h1>{t('proveFactor.title')}</h1>
      <p>{t('proveFactor.text')}</p>
      <ProveSecondFactorForm next={nextOf(url)} />
    </Narrow>
  );
}
