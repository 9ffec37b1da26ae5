import { graphql } from '@kundig/api-contract';
import { InviteForm, OpenInvitations } from '@kundig/administration/web';
import {
  EmptyState,
  LinkButton,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const InvitationsPageQuery = graphql(`
  query InvitationsPage {
    openInvitations {
      id
      ...OpenInvitations_invitation
    }
    groupDesk {
      id
      name
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
  await query(InvitationsPageQuery, {});
  return { title: messages('pages')('admin.invitations'), noindex: true };
}

/** Asks colleagues and customers to join, and shows who has not come yet. */
export default function InvitationsPage() {
  const t = useMessages('pages');
  const { openInvitations, groupDesk, mailSetup } = usePageQuery(InvitationsPageQuery, {});
  return (
    <AdminFrame title={t('admin.invitations')}>
      {mailSetup.server ? (
        <>
          <p>{t('admin.invitationsWhy')}</p>
          <InviteForm groups={groupDesk} />
        </>
      ) : (
        <EmptyState text={t('admin.invitationsNeedMail')}>
          <LinkButton to="/admin/mail" look="filled">
            {t('admin.setUpMail')}
          </LinkButton>
        </EmptyState>
      )}
      <Section title={t('admin.openInvitations')}>
        {openInvitations.length > 0 ? (
          <OpenInvitations invitations={openInvitations} />
        ) : (
          <EmptyState text={t('admin.noInvitations')} quiet />
        )}
      </Section>
    </AdminFrame>
  );
}
