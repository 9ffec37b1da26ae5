import { useState } from 'react';
import {
  ConfirmRegistrationForm,
  LinksToPassOn,
  SendWaitingMailsForm,
  UnreachedPeople,
} from '@kundig/administration/web';
import { graphql } from '@kundig/api-contract';
import { OutboxList } from '@kundig/notifications/web';
import {
  Callout,
  EmptyState,
  LinkButton,
  Notice,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { DeskFrame } from './DeskFrame.js';

const OutboxPageQuery = graphql(`
  query OutboxPage {
    outbox {
      state
      ...OutboxList_mail
    }
    unreachedNewcomers {
      ...UnreachedPeople_newcomer
    }
    unreachedGuests {
      ...UnreachedPeople_guest
    }
    mailSetup {
      server {
        host
      }
    }
  }
`);

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(OutboxPageQuery, {});
  return { title: messages('pages')('desk.outbox'), noindex: true };
}

/** The newest mails about accounts, and what to do about those that did not go out. */
export default function OutboxPage({ url }: PageProps) {
  const t = useMessages('pages');
  const { outbox, unreachedNewcomers, unreachedGuests, mailSetup } = usePageQuery(OutboxPageQuery, {});
  const { links: handedOver = [] } = usePageRuntime();
  const [links, setLinks] = useState(handedOver);
  const unreached = unreachedNewcomers.length + unreachedGuests.length;
  return (
    <DeskFrame title={t('desk.outbox')}>
      {url.searchParams.has('sent') && <Notice>{t('desk.mailsReleased')}</Notice>}
      {url.searchParams.has('confirmed') && <Notice>{t('desk.registrationConfirmed')}</Notice>}
      {url.searchParams.has('released') && <Notice>{t('desk.questionReleased')}</Notice>}
      {url.searchParams.has('opened') && <Notice>{t('desk.questionNotReleased')}</Notice>}
      {links.length > 0 && <LinksToPassOn links={links} purpose="firstPassword" />}
      {!mailSetup.server && (
        <Callout tone="waiting">
          <p>{t('desk.mailsWait')}</p>
          <LinkButton to="/admin/mail" size="small">
            {t('admin.setUpMail')}
          </LinkButton>
        </Callout>
      )}
      {mailSetup.server && <SendWaitingMailsForm />}
      {unreached > 0 && (
        <Section title={t('desk.unreached')}>
          <p>{t('desk.unreachedText')}</p>
          <UnreachedPeople newcomers={unreachedNewcomers} guests={unreachedGuests} onReleased={setLinks} />
        </Section>
      )}
      <p>{t('desk.mailsListed')}</p>
      {outbox.some(({ state }) => state === 'KEPT') && <p>{t('desk.mailsKept')}</p>}
      {outbox.length > 0 ? <OutboxList mails={outbox} /> : <EmptyState text={t('desk.noMails')} />}
      <Section title={t('desk.confirmTitle')}>
        <p>{t('desk.confirmText')}</p>
        <ConfirmRegistrationForm />
      </Section>
    </DeskFrame>
  );
}
