import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import { TimeText, useMessages, usePageRuntime } from '@kundig/web-kit';

const InvitationsSent_invitation = graphql(`
  fragment InvitationsSent_invitation on OpenInvitation {
    mail
    expiresAt
  }
`);

/** More addresses than that are counted. */
const MOST_NAMED = 3;

/** To whom invitations went that were sent together, and how long their links work. At least one. */
export function InvitationsSent(props: {
  invitations: readonly FragmentType<typeof InvitationsSent_invitation>[];
}) {
  const t = useMessages('administration');
  const { site } = usePageRuntime();
  const invitations = readFragment(InvitationsSent_invitation, props.invitations);
  const number = invitations.length;
  const mails = invitations.map(({ mail }) => mail).join(', ');
  const many = number > MOST_NAMED;
  return (
    <>
      {site.mailless
        ? many
          ? t('invite.waitForMany', { number })
          : t('invite.waitFor', { mails })
        : many
          ? t('invite.sentToMany', { number })
          : t('invite.sentTo', { mails })}{' '}
      {t('invite.linkUntil')} <TimeText at={invitations[0]!.expiresAt} dateOnly />.
    </>
  );
}
