import { graphql } from '@kundig/api-contract';
import { ThreadDetails } from '@kundig/forum/web';
import { PublishGuestQuestionForm } from '@kundig/identity/web';
import {
  Narrow,
  Prose,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './GuestQuestion.module.css';

const PublishQuestionPageQuery = graphql(`
  query PublishQuestionPage($token: String!) {
    guestQuestion(token: $token, road: MAIL) {
      title
      html
      details {
        label
        value
      }
      anonymous
      board {
        name
      }
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  await query(PublishQuestionPageQuery, { token: params.token! });
  return { title: messages('pages')('publish.title'), noindex: true, secret: true };
}

/** Shows what the click will publish. A used link has nothing to show: its click leads to the thread. */
export default function PublishQuestionPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const { guestQuestion } = usePageQuery(PublishQuestionPageQuery, { token });
  return (
    <Narrow>
      <h1>{t('publish.title')}</h1>
      <p>{t('publish.text')}</p>
      <PublishGuestQuestionForm token={token} />
      {guestQuestion && (
        <section className={styles.written} aria-label={t('finish.yours')}>
          <h2>{guestQuestion.title}</h2>
          {guestQuestion.board && <p>{t('publish.board', { board: guestQuestion.board.name })}</p>}
          {guestQuestion.anonymous && <p>{t('publish.anonymous')}</p>}
          <Prose html={guestQuestion.html} />
          <ThreadDetails details={guestQuestion.details} />
        </section>
      )}
    </Narrow>
  );
}
