import { graphql } from '@kundig/api-contract';
import { SettleQuestionForms } from '@kundig/forum/web';
import { LeakGuard } from '@kundig/leak-guard/web';
import {
  Callout,
  PageNotFound,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { MailedQuestion } from './MailedQuestion.js';

const SettlePageQuery = graphql(`
  query SettlePage($token: String!) {
    questionToSettle(token: $token) {
      thread {
        id
        title
        path
        lang
        solved
      }
      ...SettleQuestionForms_question
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { questionToSettle } = await query(SettlePageQuery, { token: params.token! });
  if (!questionToSettle) throw new PageNotFound();
  return { title: messages('pages')('settle.title'), noindex: true, secret: true };
}

/** Where the mail leads that asks whether a question is solved. */
export default function SettlePage({ params, url }: PageProps) {
  const t = useMessages('pages');
  const { questionToSettle: question } = usePageQuery(SettlePageQuery, { token: params.token! });
  if (!question) return null;
  const { thread } = question;
  return (
    <MailedQuestion
      title={t('settle.title')}
      thread={thread}
      question={<p lang={thread.lang}>„{thread.title}“</p>}
      solved={t('settle.done')}
    >
      {url.searchParams.has('held') ? (
        <Callout role="status">{t('settle.held')}</Callout>
      ) : (
        <SettleQuestionForms question={question} token={params.token!} guard={<LeakGuard />} />
      )}
    </MailedQuestion>
  );
}
