import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages } from '@kundig/web-kit';

const InvitationsSent_invitation = graphql(`
  fragment InvitationsSent_invitation on OpenInvitation {
    id
    mail
    sentAt
    expiresAt
  }
`);

/** More addresses than that are counted. */
const MOST_NAMED = 3;

interface InvitationsSentProps {
  invitations: readonly FragmentType<typeof InvitationsSent_invitation>[];
  /** One of those that were sent. */
  id: string;
}

/** To whom an invitation and those sent together with it went, and how long their links work. */
export function InvitationsSent({ invitations, id }: InvitationsSentProps) {
  const t = useMessages('administration');
  const open = readFragment(InvitationsSent_invitation, invitations);
  const one = open.find((invitation) => invitation.id === id);
  if (!one) return null;
  const mails = open.filter(({ sentAt }) => sentAt === one.sentAt).map(({ mail }) => mail);
  return (
    <>
      {mails.length > MOST_NAMED
        ? t('invite.sentToMany', { number: mails.length })
        : t('invite.sentTo', { mails: mails.join(', ') })}{' '}
      {t('invite.linkUntil')} <TimeText at={one.expiresAt} dateOnly />.
    </>
  );
}
