import { graphql } from '@kundig/api-contract';
import { ShareProblemAsGuestForm } from '@kundig/identity/web';
import {
  LinkButton,
  Narrow,
  PageNotFound,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

const ConfirmSameProblemPageQuery = graphql(`
  query ConfirmSameProblemPage($token: String!) {
    sharedProblem(token: $token) {
      id
      path
      title
      lang
      excerpt
      solved
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { sharedProblem } = await query(ConfirmSameProblemPageQuery, { token: params.token! });
  if (!sharedProblem) throw new PageNotFound();
  return { title: messages('pages')('same.confirmTitle'), noindex: true, secret: true };
}

/** Where the mail leads: shows the question and waits for the click. A scanner that opens the link counts nobody. */
export default function ConfirmSameProblemPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const { sharedProblem: thread } = usePageQuery(ConfirmSameProblemPageQuery, { token });
  if (!thread) return null;
  return (
    <Narrow>
      <h1>{t('same.confirmTitle')}</h1>
      <section lang={thread.lang}>
        <h2>{thread.title}</h2>
        <p>{thread.excerpt}</p>
      </section>
      {thread.solved ? (
        <>
          <p>{t('same.solved')}</p>
          <p>
            <LinkButton to={thread.path}>{t('settle.thread')}</LinkButton>
          </p>
        </>
      ) : (
        <ShareProblemAsGuestForm token={token} />
      )}
    </Narrow>
  );
}
