import { graphql } from '@kundig/api-contract';
import {
  LinkButton,
  Narrow,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { SuspendedFromWriting } from '../SuspendedFromWriting.js';

const SuspendedPageQuery = graphql(`
  query SuspendedPage {
    viewer {
      suspension {
        ...SuspensionNote_suspension
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  const { viewer: person } = await query(SuspendedPageQuery, {});
  const redirect = person.suspension ? undefined : { path: '/', permanent: false };
  return { title: messages('pages')('suspended.title'), noindex: true, redirect };
}

/** Why and how long the viewer may not write, what is still open to them, and whom to ask. */
export default function SuspendedPage() {
  const t = useMessages('pages');
  const { suspension } = usePageQuery(SuspendedPageQuery, {}).viewer;
  if (!suspension) return null;
  return (
    <Narrow>
      <h1>{t('suspended.title')}</h1>
      <SuspendedFromWriting suspension={suspension} />
      <p>{t('suspended.text')}</p>
      <div>
        <LinkButton to="/">{t('done.home')}</LinkButton>
      </div>
    </Narrow>
  );
}
