import { graphql } from '@kundig/api-contract';
import { InvitationsSent, InviteForm, OpenInvitations } from '@kundig/administration/web';
import {
  EmptyState,
  LinkButton,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';

const InvitationsPageQuery = graphql(`
  query InvitationsPage {
    openInvitations {
      id
      ...InvitationsSent_invitation
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

/** Parameter of the address after invitations were sent: one of them, or that there was nobody left to invite. */
const SENT = 'sent';
const NOBODY = 'none';

export async function prefetch({ query, viewer, messages }: PrefetchContext) {
  if (viewer === 'visitor') throw new SignInNeeded();
  await query(InvitationsPageQuery, {});
  return { title: messages('pages')('admin.invitations'), noindex: true };
}

/** Asks colleagues and customers to join, and shows who has not come yet. */
export default function InvitationsPage({ url }: PageProps) {
  const t = useMessages('pages');
  const param = url.searchParams.get(SENT);
  const { openInvitations, groupDesk, mailSetup } = usePageQuery(InvitationsPageQuery, {});
  const sent = openInvitations.find(({ id }) => id === param);
  return (
    <AdminFrame
      title={t('admin.invitations')}
      saved={
        sent ? (
          <InvitationsSent invitations={openInvitations} id={sent.id} />
        ) : (
          param === NOBODY && t('admin.nobodyInvited')
        )
      }
    >
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
