import { graphql } from '@kundig/api-contract';
import { MarkAllReadForm, NoticeList } from '@kundig/notifications/web';
import {
  EmptyState,
  Link,
  LinkButton,
  type PrefetchContext,
  Reading,
  SignInNeeded,
  useMessages,
  usePageQuery,
} from '@kundig/web-kit';
import styles from './OwnPages.module.css';

const NotificationsPageQuery = graphql(`
  query NotificationsPage {
    notices {
      id
      unread
      ...NoticeList_notice
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(NotificationsPageQuery, {});
  return { title: messages('pages')('notifications.title'), noindex: true };
}

export default function NotificationsPage() {
  const t = useMessages('pages');
  const { notices } = usePageQuery(NotificationsPageQuery, {});
  return (
    <Reading gap={4} className={styles.page}>
      <div className={styles.head}>
        <h1>{t('notifications.title')}</h1>
        <Link to="/settings/notifications">{t('notifications.settings')}</Link>
      </div>
      {notices.some(({ unread }) => unread) && <MarkAllReadForm />}
      {notices.length > 0 ? (
        <NoticeList notices={notices} />
      ) : (
        <EmptyState text={t('notifications.empty')}>
          <LinkButton to="/">{t('done.home')}</LinkButton>
        </EmptyState>
      )}
    </Reading>
  );
}
