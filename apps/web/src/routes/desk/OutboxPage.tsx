import { graphql } from '@kundig/api-contract';
import { OutboxList } from '@kundig/notifications/web';
import { EmptyState, SignInNeeded, useMessages, usePageQuery, type PrefetchContext } from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

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
      {outbox.some(({ state }) => state === 'KEPT') && <p>{t('desk.mailsKept')}</p>}
      {outbox.length > 0 ? <OutboxList mails={outbox} /> : <EmptyState text={t('desk.noMails')} />}
    </DeskFrame>
  );
}
