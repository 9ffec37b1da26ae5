export { BecomeFirstAdministratorService } from './accounts/become-first-administrator.service.js';
export { ConfirmMailService } from './accounts/confirm-mail.service.js';
export {
  ConfirmRegistrationService,
  type WaitingRegistration,
} from './accounts/confirm-registration.service.js';
export {
  CreateAccountService,
  type CreatedAccount,
  type NewAccount,
} from './accounts/create-account.service.js';
export { InviteFirstAdministratorService } from './accounts/invite-first-administrator.service.js';
export { AccountDesk } from './port/account-desk.js';
export { ChangePasswordService } from './own-account/change-password.service.js';
export { ClaimPersonaService } from './own-account/claim-persona.service.js';
export { ConfirmMailChangeService } from './own-account/confirm-mail-change.service.js';
export { DeleteAccountService } from './own-account/delete-account.service.js';
export { EraseAccount } from './own-account/erase-account.job.js';
export { ExportOwnDataService } from './own-account/export-own-data.service.js';
export { RequestMailChangeService } from './own-account/request-mail-change.service.js';
export { GiveUpPersonaService } from './own-account/give-up-persona.service.js';
export { IssueResetLinkService } from './accounts/issue-reset-link.service.js';
export { Passwords } from './accounts/passwords.js';
export { RegisterService } from './accounts/register.service.js';
export { RequestPasswordResetService } from './accounts/request-password-reset.service.js';
export { ResetPasswordService } from './accounts/reset-password.service.js';
export { SignInService, type CodeWanted } from './accounts/sign-in.service.js';
export { BeginSecondFactorService } from './second-factor/begin-second-factor.service.js';
export { ConfirmSecondFactorService } from './second-factor/confirm-second-factor.service.js';
export { EndSecondFactorService } from './second-factor/end-second-factor.service.js';
export { OwnFactors } from './second-factor/own-factors.js';
export { ProveSecondFactorService } from './second-factor/prove-second-factor.service.js';
export { ResetSecondFactorService } from './second-factor/reset-second-factor.service.js';
export { SignInByCodeService } from './second-factor/sign-in-by-code.service.js';
export { AdmitGuestService, type AdmittedAsker, type AdmittedGuest } from './guests/admit-guest.service.js';
export { ConfirmSharedProblemService, type SharedProblem } from './guests/confirm-shared-problem.service.js';
export { RequestSharedProblemService } from './guests/request-shared-problem.service.js';
export { FindGuestQuestionService } from './guests/find-guest-question.service.js';
export { GUEST_QUESTION_DAYS, KeepGuestQuestionService } from './guests/keep-guest-question.service.js';
export { SendGuestQuestionService, type GuestPersonFields } from './guests/send-guest-question.service.js';
export { SettleGuestQuestionService } from './guests/settle-guest-question.service.js';
export { VouchForGuestService, type VouchedGuest } from './guests/vouch-for-guest.service.js';
export type { GuestQuestionContent } from './storage/guest-question.repository.js';
export { AcceptInvitationService, type InvitedPerson } from './invitations/accept-invitation.service.js';
export {
  INVITATION_DAYS,
  InvitationDesk,
  MOST_SENDINGS,
  type InvitationTerms,
  type SentInvitation,
} from './invitations/invitation-desk.js';
export type { Invitation } from './storage/invitation.repository.js';
export { MailEncryptionEnum } from './graphql/mail-setup.object.js';
export { OutboxResolver } from './graphql/outbox.resolver.js';
export * from './identity.entities.js';
export * from './identity.migrations.js';
export * from './identity.module.js';
export * from './identity.personal-data.js';
export { SendTestMailService } from './mail/send-test-mail.service.js';
export { MailServerDesk, type EnteredMailServer } from './mail/mail-server-desk.js';
export { MailServers, serverOfEnvironment, type MailServerInForce } from './mail/mail-servers.js';
export { greet } from './mail/mail-transport.js';
export { MAIL_ENCRYPTIONS, type MailEncryption } from './storage/mail-server.repository.js';
export { AcceptLegalTextsService, type AcceptedVersion } from './texts/accept-legal-texts.service.js';
export { PublishLegalTextService, type PublishLegalText } from './texts/publish-legal-text.service.js';
export { TextsToAccept } from './texts/texts-to-accept.js';
export { ResubscribeService } from './mail/resubscribe.service.js';
export { UnsubscribeService, type WayOutState } from './mail/unsubscribe.service.js';
export * from './port/administrators.js';
export * from './port/identity-port.js';
export * from './port/invited-rights.js';
export * from './port/mails.js';
export * from './port/member-directory.js';
export * from './port/held-posts.js';
export * from './port/notices.js';
export * from './port/notifiers.js';
export * from './port/persona-directory.js';
export * from './port/reveals.js';
export * from './port/suspensions.js';
export * from './port/threads.js';
export * from './port/voices.js';
export { RevealLog } from './reveal/reveal-log.js';
export * from './sessions/request-session.js';
export * from './sessions/session.policy.js';
export * from './sessions/sessions.js';
export * from './subjects/data-subjects.js';
export * from './texts.js';
