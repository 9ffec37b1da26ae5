import { graphql } from '@kundig/api-contract';
import {
  Callout,
  Narrow,
  PageNotFound,
  Section,
  TimeText,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import styles from './NoticePage.module.css';

const NoticePageQuery = graphql(`
  query NoticePage($token: String!) {
    contentNotice(token: $token) {
      id
      matter
      addresses
      explanation
      createdAt
      dueAt
      decidedAt
      decision
      statement
      shownAgain
    }
  }
`);

export async function prefetch({ query, params, messages }: PrefetchContext) {
  const { contentNotice } = await query(NoticePageQuery, { token: params.token! });
  if (!contentNotice) throw new PageNotFound();
  return { title: messages('pages')('notice.title'), noindex: true, secret: true };
}

/** How a notice of unlawful content stands, for who sent it. */
export default function NoticePage({ params }: PageProps) {
  const t = useMessages('pages');
  const { contentNotice: notice } = usePageQuery(NoticePageQuery, { token: params.token! });
  if (!notice) return null;
  return (
    <Narrow>
      <h1>{t('notice.title')}</h1>
      <p>
        {t('notice.number', { number: notice.id })} · <TimeText at={notice.createdAt} />
      </p>
      {notice.decidedAt === null ? (
        <Callout tone="waiting">
          <p>
            {t('notice.waiting')} <TimeText at={notice.dueAt} dateOnly />
          </p>
        </Callout>
      ) : (
        <Callout tone="done">
          <p>
            <strong>{t(notice.decision === 'REMOVE' ? 'notice.removed' : 'notice.kept')}</strong>{' '}
            <TimeText at={notice.decidedAt} />
          </p>
          <p>{notice.statement}</p>
          {notice.shownAgain && (
            <p>
              <strong>
                {t(notice.shownAgain === 'ALL' ? 'notice.shownAgain' : 'notice.partlyShownAgain')}
              </strong>
            </p>
          )}
          <p>{t('notice.redress')}</p>
        </Callout>
      )}
      <p>{t('notice.keepLink')}</p>
      <Section title={t('notice.yours')}>
        <p>
          <strong>{notice.matter}</strong>
        </p>
        <ul className={styles.addresses}>
          {notice.addresses.map((address) => (
            <li key={address}>{address}</li>
          ))}
        </ul>
        <p className={styles.text}>{notice.explanation}</p>
      </Section>
    </Narrow>
  );
}
