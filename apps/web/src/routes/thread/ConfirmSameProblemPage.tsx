import { graphql } from '@kundig/api-contract';
import { ShareProblemAsGuestForm } from '@kundig/identity/web';
import {
  PageNotFound,
  TitleText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { MailedQuestion } from './MailedQuestion.js';

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

/** Where the mail leads by which somebody without an account says to have the same problem. */
export default function ConfirmSameProblemPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const { sharedProblem: thread } = usePageQuery(ConfirmSameProblemPageQuery, { token });
  if (!thread) return null;
  return (
    <MailedQuestion
      title={t('same.confirmTitle')}
      thread={thread}
      question={
        <section lang={thread.lang}>
          <h2>
            <TitleText text={thread.title} />
          </h2>
          <p>{thread.excerpt}</p>
        </section>
      }
      solved={t('same.solved')}
    >
      <ShareProblemAsGuestForm token={token} />
    </MailedQuestion>
  );
}
