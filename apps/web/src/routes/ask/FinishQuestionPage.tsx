import { graphql } from '@kundig/api-contract';
import { forgetSentThread, ThreadDetails } from '@kundig/forum/web';
import { GuestPersonForm } from '@kundig/identity/web';
import {
  EmptyState,
  LinkButton,
  Narrow,
  Prose,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { MailMissing } from '../../page/MailMissing.js';
import styles from './GuestQuestion.module.css';

const FinishQuestionPageQuery = graphql(`
  query FinishQuestionPage($token: String!) {
    guestQuestion(token: $token, road: BROWSER) {
      title
      html
      details {
        label
        value
      }
      anonymous
      suggestedNickname
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { guestQuestion } = await query(FinishQuestionPageQuery, { token: params.token! });
  const t = messages('pages');
  return { title: t(guestQuestion ? 'finish.title' : 'finish.gone'), noindex: true, secret: true };
}

/** What was written is safe; now only who asks is missing. */
export default function FinishQuestionPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const { mailless } = usePageRuntime().site;
  const { guestQuestion } = usePageQuery(FinishQuestionPageQuery, { token });
  if (!guestQuestion)
    return (
      <Narrow>
        <h1>{t('finish.gone')}</h1>
        <EmptyState text={t('finish.goneText')}>
          <LinkButton to="/ask">{t('frame.ask')}</LinkButton>
        </EmptyState>
      </Narrow>
    );
  return (
    <Narrow>
      <h1>{t('finish.title')}</h1>
      <p>{t(mailless ? 'mailless.finish' : 'finish.text')}</p>
      <MailMissing before="question" />
      <GuestPersonForm
        token={token}
        suggestion={guestQuestion.suggestedNickname}
        isAnonymous={guestQuestion.anonymous}
        onSent={() => forgetSentThread(guestQuestion.title)}
      />
      <p>{t(mailless ? 'mailless.member' : 'finish.member')}</p>
      <details className={styles.written}>
        <summary>{t('finish.yours')}</summary>
        <h2>{guestQuestion.title}</h2>
        <Prose html={guestQuestion.html} />
        <ThreadDetails details={guestQuestion.details} />
      </details>
    </Narrow>
  );
}
