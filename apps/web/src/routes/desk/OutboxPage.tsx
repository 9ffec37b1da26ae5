import { graphql } from '@kundig/api-contract';
import { OutboxList } from '@kundig/notifications/web';
import {
  Callout,
  EmptyState,
  LinkButton,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';
import styles from './DeskPage.module.css';

const OutboxPageQuery = graphql(`
  query OutboxPage {
    outbox {
      state
      ...OutboxList_mail
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(OutboxPageQuery, {});
  return { title: messages('pages')('desk.outbox'), noindex: true };
}

export default function OutboxPage() {
  const t = useMessages('pages');
  const { outbox } = usePageQuery(OutboxPageQuery, {});
  return (
    <DeskFrame title={t('desk.outbox')}>
      {outbox.some(({ state }) => state === 'KEPT') && <WaysWithoutMail />}
      {outbox.length > 0 ? <OutboxList mails={outbox} /> : <EmptyState text={t('desk.noMails')} />}
    </DeskFrame>
  );
}

/** What does the work of a link that nobody was sent. */
function WaysWithoutMail() {
  const t = useMessages('pages');
  return (
    <Callout tone="waiting">
      <p>{t('desk.mailsKept')}</p>
      <dl className={styles.commands}>
        <dt>{t('desk.mailsKeptConfirm')}</dt>
        <dd>
          <code>{t('desk.mailsKeptConfirmCommand')}</code>
        </dd>
        <dt>{t('desk.mailsKeptPassword')}</dt>
        <dd>
          <code>{t('desk.mailsKeptPasswordCommand')}</code>
        </dd>
      </dl>
      <p>
        <LinkButton to="/admin/mail" size="small">
          {t('admin.setUpMail')}
        </LinkButton>
      </p>
    </Callout>
  );
}
