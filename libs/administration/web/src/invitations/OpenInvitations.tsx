import { graphql, readFragment, type FragmentType } from '@kundig/api-contract';
import {
  MutationForm,
  SubmitButton,
  TimeText,
  useMessages,
  usePageRuntime,
  type PersonalLink,
} from '@kundig/web-kit';
import styles from '../forms.module.css';
import { roleKeys } from '../people/RoleForms.js';

const OpenInvitations_invitation = graphql(`
  fragment OpenInvitations_invitation on OpenInvitation {
    id
    mail
    role
    groups
    sentAt
    expiresAt
    expired
    mayResend
  }
`);

const ResendInvitationMutation = graphql(`
  mutation ResendInvitation($input: InvitationInput!) {
    resendInvitation(input: $input) {
      ... on ResendInvitationSuccess {
        path
        links {
          mail
          url
        }
      }
      ...Refusal_error
    }
  }
`);

const WithdrawInvitationMutation = graphql(`
  mutation WithdrawInvitation($input: InvitationInput!) {
    withdrawInvitation(input: $input) {
      ... on MutationSuccess {
        path
      }
      ...Refusal_error
    }
  }
`);

/** Who was invited and has not come yet, each with the ways to remind them and to take it back. */
export function OpenInvitations(props: {
  invitations: readonly FragmentType<typeof OpenInvitations_invitation>[];
  /** Called with the new link of an invitation that was sent again. */
  onSent(links: readonly PersonalLink[]): void;
}) {
  const t = useMessages('administration');
  const { mailless } = usePageRuntime().site;
  return (
    <ul className={styles.rows}>
      {readFragment(OpenInvitations_invitation, props.invitations).map((invitation) => {
        const { id, mail, role, groups, sentAt, expiresAt, expired, mayResend } = invitation;
        return (
          <li key={id}>
            <div>
              <strong>{mail}</strong>
              <p className={styles.facts}>
                {[role && t(roleKeys[role]), ...groups].filter(Boolean).join(' · ') || t('invite.noRole')}
              </p>
              <p className={styles.facts}>
                {t(mailless ? 'invite.made' : 'invite.sent')} <TimeText at={sentAt} /> ·{' '}
                {expired ? (
                  t('invite.expired')
                ) : (
                  <>
                    {t('invite.validUntil')} <TimeText at={expiresAt} dateOnly />
                  </>
                )}
              </p>
            </div>
            <div className={styles.actions}>
              {mayResend && (
                <MutationForm
                  mutation="resendInvitation"
                  document={ResendInvitationMutation}
                  hidden={{ invitation: id }}
                  toInput={({ clientKey }) => ({ invitation: id, clientKey })}
                  onDone={({ resendInvitation }) =>
                    'links' in resendInvitation && props.onSent(resendInvitation.links)
                  }
                  inline
                >
                  <SubmitButton look="outline" size="small" aria-label={t('invite.resendTo', { mail })}>
                    {t('invite.resend')}
                  </SubmitButton>
                </MutationForm>
              )}
              <MutationForm
                mutation="withdrawInvitation"
                document={WithdrawInvitationMutation}
                hidden={{ invitation: id }}
                toInput={({ clientKey }) => ({ invitation: id, clientKey })}
                inline
              >
                <SubmitButton look="quiet" size="small" aria-label={t('invite.withdrawFrom', { mail })}>
                  {t('invite.withdraw')}
                </SubmitButton>
              </MutationForm>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
