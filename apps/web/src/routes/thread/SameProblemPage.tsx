import { graphql } from '@kundig/api-contract';
import { AskToShareProblemForm } from '@kundig/identity/web';
import {
  Breadcrumb,
  Link,
  Narrow,
  PageNotFound,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const SameProblemPageQuery = graphql(`
  query SameProblemPage($id: ID!) {
    thread(id: $id) {
      id
      path
      title
      kind
      lang
      hidden
      solved
      board {
        visibility
      }
    }
  }
`);

export async function prefetch({ query, params, viewer, messages }: PrefetchContext) {
  const { thread } = await query(SameProblemPageQuery, { id: params.id! });
  if (!thread || thread.hidden || thread.kind !== 'QUESTION') throw new PageNotFound();
  const inThread = viewer === 'signed-in' || thread.solved || thread.board.visibility !== 'PUBLIC';
  return {
    redirect: inThread ? { path: thread.path, permanent: false } : undefined,
    title: messages('pages')('same.title'),
    noindex: true,
  };
}

/** *Dasselbe Problem* for people without an account: by mail, or with one after all. */
export default function SameProblemPage({ params }: PageProps) {
  const t = useMessages('pages');
  const { thread } = usePageQuery(SameProblemPageQuery, { id: params.id! });
  if (!thread) return null;
  return (
    <Narrow>
      <Breadcrumb trail={[{ href: thread.path, text: thread.title }]} />
      <h1>{t('same.title')}</h1>
      <p>{t('same.text')}</p>
      <AskToShareProblemForm threadId={thread.id} />
      <p>
        {t('same.member')}{' '}
        <Link to={`/sign-in?next=${encodeURIComponent(thread.path)}`} rel="nofollow">
          {t('frame.signIn')}
        </Link>
      </p>
    </Narrow>
  );
}
