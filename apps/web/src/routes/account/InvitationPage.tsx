import { graphql } from '@kundig/api-contract';
import { AcceptInvitationForm, TakeUpInvitationForm } from '@kundig/identity/web';
import { useMessages, usePreparedQuery, type PageProps, type PrefetchContext } from '@kundig/web-kit';
import { OneTimeLink, oneTimeOutcome } from './OneTimeLink.js';

const InvitationPageQuery = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      mail
      hasAccount
    }
  }
`);

export async function prefetch({ messages, params, query }: PrefetchContext) {
  const { invitation } = await query(InvitationPageQuery, { token: params.token! });
  const t = messages('pages');
  return oneTimeOutcome(invitation ? t('invitation.title') : t('oneTime.over'), Boolean(invitation));
}

/** Where the link of an invitation leads; a link that does not work looks the same, whatever became of it. */
export default function InvitationPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const invitation = usePreparedQuery(InvitationPageQuery, { token })?.invitation;
  return (
    <OneTimeLink title={t('invitation.title')} over={t('invitation.over')}>
      {invitation && (
        <>
          <p>
            {t(invitation.hasAccount ? 'invitation.known' : 'invitation.text', { mail: invitation.mail })}
          </p>
          {invitation.hasAccount ? (
            <TakeUpInvitationForm token={token} />
          ) : (
            <AcceptInvitationForm token={token} />
          )}
        </>
      )}
    </OneTimeLink>
  );
}
