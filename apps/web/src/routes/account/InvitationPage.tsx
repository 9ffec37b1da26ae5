import { graphql } from '@kundig/api-contract';
import { AcceptInvitationForm, TakeUpInvitationForm } from '@kundig/identity/web';
import {
  LinkButton,
  Narrow,
  useMessages,
  usePreparedQuery,
  type PageProps,
  type PrefetchContext,
} from '@kundig/web-kit';

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
  return {
    status: invitation ? undefined : (410 as const),
    title: messages('pages')('invitation.title'),
    noindex: true,
    secret: true,
  };
}

/** Where the link of an invitation leads; a link that does not work looks the same, whatever became of it. */
export default function InvitationPage({ params }: PageProps) {
  const t = useMessages('pages');
  const token = params.token!;
  const invitation = usePreparedQuery(InvitationPageQuery, { token })?.invitation;
  return (
    <Narrow>
      <h1>{t('invitation.title')}</h1>
      {!invitation && (
        <>
          <p>{t('invitation.over')}</p>
          <LinkButton to="/sign-in" look="filled">
            {t('frame.signIn')}
          </LinkButton>
        </>
      )}
      {invitation?.hasAccount && (
        <>
          <p>{t('invitation.known', { mail: invitation.mail })}</p>
          <TakeUpInvitationForm token={token} />
        </>
      )}
      {invitation && !invitation.hasAccount && (
        <>
          <p>{t('invitation.text', { mail: invitation.mail })}</p>
          <AcceptInvitationForm token={token} />
        </>
      )}
    </Narrow>
  );
}
