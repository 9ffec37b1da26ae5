import { useState } from 'react';
import { graphql } from '@kundig/api-contract';
import { InvitationsSent, InviteForm, LinksToPassOn, OpenInvitations } from '@kundig/administration/web';
import {
  Callout,
  EmptyState,
  Link,
  Section,
  SignInNeeded,
  useMessages,
  usePageQuery,
  usePageRuntime,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';
import { AdminFrame } from './AdminFrame.js';
import { PowerfulRoles } from './PowerfulRoles.js';

const InvitationsPageQuery = graphql(`
  query InvitationsPage {
    openInvitations {
      id
      sentAt
      ...InvitationsSent_invitation
      ...OpenInvitations_invitation
    }
    groupDesk {
      id
      name
    }
    secondFactor {
      on
      fresh
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
  const { openInvitations, groupDesk, secondFactor } = usePageQuery(InvitationsPageQuery, {});
  const { site, links: handedOver = [] } = usePageRuntime();
  const [links, setLinks] = useState(handedOver);
  const sent = openInvitations.find(({ id }) => id === param);
  const together = openInvitations.filter(({ sentAt }) => sentAt === sent?.sentAt);
  return (
    <AdminFrame
      title={t('admin.invitations')}
      saved={sent ? <InvitationsSent invitations={together} /> : param === NOBODY && t('admin.nobodyInvited')}
    >
      {links.length > 0 && <LinksToPassOn links={links} purpose="invitation" />}
      <p>{t('admin.invitationsWhy')}</p>
      {site.mailless && (
        <Callout tone="waiting">
          <p>
            {t('admin.invitationsNeedMail')} <Link to="/admin/mail">{t('admin.setUpMail')}</Link>
          </p>
        </Callout>
      )}
      <PowerfulRoles factor={secondFactor} here="/admin/invitations" />
      <InviteForm groups={groupDesk} onSent={setLinks} />
      <Section title={t('admin.openInvitations')}>
        {openInvitations.length > 0 ? (
          <OpenInvitations invitations={openInvitations} onSent={setLinks} />
        ) : (
          <EmptyState text={t('admin.noInvitations')} quiet />
        )}
      </Section>
    </AdminFrame>
  );
}
