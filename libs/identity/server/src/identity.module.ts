import { Global, Module } from '@nestjs/common';
import { FirstInvitations, OperatorTexts, OutgoingMail, WriteLimits } from '@kundig/platform/server';
import { AdmitRegistrationService } from './accounts/admit-registration.service.js';
import { AnswerRegistration } from './accounts/answer-registration.job.js';
import { AnswerResetRequest } from './accounts/answer-reset-request.job.js';
import { BecomeFirstAdministratorService } from './accounts/become-first-administrator.service.js';
import { ConfirmMailService } from './accounts/confirm-mail.service.js';
import { ConfirmRegistrationService } from './accounts/confirm-registration.service.js';
import { CreateAccountService } from './accounts/create-account.service.js';
import { InviteFirstAdministratorService } from './accounts/invite-first-administrator.service.js';
import { IssueResetLinkService } from './accounts/issue-reset-link.service.js';
import { NewPasswords } from './accounts/new-passwords.js';
import { PasswordSessions } from './accounts/password-sessions.js';
import { PasswordStrategy } from './accounts/password-strategy.js';
import { Passwords } from './accounts/passwords.js';
import { RegisterService } from './accounts/register.service.js';
import { RemoveExpired } from './accounts/remove-expired.job.js';
import { RequestPasswordResetService } from './accounts/request-password-reset.service.js';
import { ResetLinks } from './accounts/reset-links.js';
import { ResetPasswordService } from './accounts/reset-password.service.js';
import { BeginSecondFactorService } from './second-factor/begin-second-factor.service.js';
import { ConfirmSecondFactorService } from './second-factor/confirm-second-factor.service.js';
import { EndSecondFactorService } from './second-factor/end-second-factor.service.js';
import { FactorSeal } from './second-factor/factor-seal.js';
import { OwnFactors } from './second-factor/own-factors.js';
import { ProveSecondFactorService } from './second-factor/prove-second-factor.service.js';
import { ResetSecondFactorService } from './second-factor/reset-second-factor.service.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SignInByCodeService } from './second-factor/sign-in-by-code.service.js';
import { SignInTickets } from './second-factor/sign-in-tickets.js';
import { SignInService } from './accounts/sign-in.service.js';
import { AccountResolver } from './graphql/account.resolver.js';
import { LegalTexts } from './accounts/legal-texts.js';
import { LegalTextRepository } from './storage/legal-text.repository.js';
import { AcceptLegalTextsService } from './texts/accept-legal-texts.service.js';
import { PublishLegalTextService } from './texts/publish-legal-text.service.js';
import { TextsToAccept } from './texts/texts-to-accept.js';
import { LegalTextResolver } from './graphql/legal-text.resolver.js';
import { InvitationResolver } from './graphql/invitation.resolver.js';
import { MailSetupResolver } from './graphql/mail-setup.resolver.js';
import { OwnAccountResolver } from './graphql/own-account.resolver.js';
import { SecondFactorResolver } from './graphql/second-factor.resolver.js';
import { OutboxResolver } from './graphql/outbox.resolver.js';
import { AnswerSharedProblem } from './guests/answer-shared-problem.job.js';
import { ConfirmSharedProblemService } from './guests/confirm-shared-problem.service.js';
import { RequestSharedProblemService } from './guests/request-shared-problem.service.js';
import { AdmitGuestService } from './guests/admit-guest.service.js';
import { GuestAccounts } from './guests/guest-accounts.js';
import { AnswerGuestQuestion } from './guests/answer-guest-question.job.js';
import { FindGuestQuestionService } from './guests/find-guest-question.service.js';
import { KeepGuestQuestionService } from './guests/keep-guest-question.service.js';
import { SendGuestQuestionService } from './guests/send-guest-question.service.js';
import { SettleGuestQuestionService } from './guests/settle-guest-question.service.js';
import { VouchForGuestService } from './guests/vouch-for-guest.service.js';
import { AcceptInvitationService } from './invitations/accept-invitation.service.js';
import { InvitationDesk } from './invitations/invitation-desk.js';
import { IdentityJobs } from './identity-jobs.js';
import { IdentityPages } from './identity-pages.js';
import { IdentityPersonalData } from './identity.personal-data.js';
import { Limiters } from './limits/limiters.js';
import { PersonLimits } from './limits/person-limits.js';
import { SignInLimits } from './limits/sign-in-limits.js';
import { GuestLetters } from './mail/guest-letters.js';
import { GuestMailer } from './mail/guest-mailer.js';
import { AccountLetters } from './mail/account-letters.js';
import { ThreadRedaction } from './mail/thread-redaction.js';
import { ThreadingIds } from './mail/threading-ids.js';
import { AuthorMailer } from './mail/author-mailer.js';
import { DecisionMailer } from './mail/decision-mailer.js';
import { DeskMailer } from './mail/desk-mailer.js';
import { DigestMailer } from './mail/digest-mailer.js';
import { NotifierMailer } from './mail/notifier-mailer.js';
import { LetterWriter } from './mail/letter.js';
import { MailOutbox } from './mail/mail-outbox.js';
import { MailServerDesk } from './mail/mail-server-desk.js';
import { MailServers } from './mail/mail-servers.js';
import { MailTransport } from './mail/mail-transport.js';
import { SendTestMailService } from './mail/send-test-mail.service.js';
import { ReleaseMails } from './mail/release-mails.job.js';
import { SendMail } from './mail/send-mail.job.js';
import { ResubscribeService } from './mail/resubscribe.service.js';
import { UnsubscribeController } from './mail/unsubscribe.controller.js';
import { UnsubscribeService } from './mail/unsubscribe.service.js';
import { NoticePaces } from './notices/notice-paces.js';
import { ChangePasswordService } from './own-account/change-password.service.js';
import { AnswerMailChange } from './own-account/answer-mail-change.job.js';
import { ConfirmMailChangeService } from './own-account/confirm-mail-change.service.js';
import { RequestMailChangeService } from './own-account/request-mail-change.service.js';
import { DeleteAccountService } from './own-account/delete-account.service.js';
import { EraseAccount } from './own-account/erase-account.job.js';
import { ExportOwnDataService } from './own-account/export-own-data.service.js';
import { ClaimPersonaService } from './own-account/claim-persona.service.js';
import { GiveUpPersonaService } from './own-account/give-up-persona.service.js';
import { GivenUpPersonas } from './own-account/given-up-personas.js';
import { OwnPersonas } from './own-account/own-personas.js';
import { OwnDataTickets } from './own-account/own-data-tickets.js';
import { OwnDataController } from './own-account/own-data.controller.js';
import { OwnPassword } from './own-account/own-password.js';
import { AccountDesk } from './port/account-desk.js';
import { IdentityPort } from './port/identity-port.js';
import { ClaimVoiceService } from './personas/claim-voice.service.js';
import { PersonaIndex } from './personas/persona-index.js';
import { PersonaLinks } from './personas/persona-links.js';
import { CreditPersonas } from './personas/credit-personas.service.js';
import { ReconcilePersonasService } from './personas/reconcile-personas.service.js';
import { ResealPersonasService } from './personas/reseal-personas.service.js';
import { LocalIdentity } from './port/local-identity.js';
import { UnsubscribeTokens } from './seals/link-tokens.js';
import { RegroupThreads } from './regrouping/regroup-threads.js';
import { MailPasswordSeal } from './seals/mail-password-seal.js';
import { LocalReveals } from './port/local-reveals.js';
import { RevealPort } from './port/reveals.js';
import { DecideRevealService } from './reveal/decide-reveal.service.js';
import { FreshFactors } from './reveal/fresh-factors.js';
import { LapseReveals } from './reveal/lapse-reveals.job.js';
import { RequestRevealService } from './reveal/request-reveal.service.js';
import { RevealLog } from './reveal/reveal-log.js';
import { RevealNotices } from './reveal/reveal-notices.js';
import { RevealSeals } from './reveal/reveal-seals.js';
import { ViewRevealService } from './reveal/view-reveal.service.js';
import { RevealRepository } from './storage/reveal.repository.js';
import { Reseal } from './seals/reseal.job.js';
import { PersonaSeals } from './seals/persona-seals.js';
import { HeldPosts } from './held/held-posts.js';
import { HeldPostRepository } from './storage/held-post.repository.js';
import { AccountSuspensions } from './suspensions/account-suspensions.js';
import { SuspensionRepository } from './storage/suspension.repository.js';
import { Sessions } from './sessions/sessions.js';
import { AccountRepository } from './storage/account.repository.js';
import { DraftRepository } from './storage/draft.repository.js';
import { ExpiredRepository } from './storage/expired.repository.js';
import { FirstAdministratorLinkRepository } from './storage/first-administrator-link.repository.js';
import { PersonaCreditRepository } from './storage/persona-credit.repository.js';
import { GivenUpPersonaRepository } from './storage/given-up-persona.repository.js';
import { GuestProblemRepository } from './storage/guest-problem.repository.js';
import { GuestQuestionRepository } from './storage/guest-question.repository.js';
import { InvitationRepository } from './storage/invitation.repository.js';
import { MailChangeRepository } from './storage/mail-change.repository.js';
import { MailServerRepository } from './storage/mail-server.repository.js';
import { NoticeRepository } from './storage/notice.repository.js';
import { NotifierRepository } from './storage/notifier.repository.js';
import { OutboxRepository } from './storage/outbox.repository.js';
import { PersonalDataRepository } from './storage/personal-data.repository.js';
import { RegistrationRepository } from './storage/registration.repository.js';
import { ResetRepository } from './storage/reset.repository.js';
import { SecondFactorRepository } from './storage/second-factor.repository.js';
import { SessionRepository } from './storage/session.repository.js';
import { SubscriptionRepository } from './storage/subscription.repository.js';
import { ThreadRegroupingRepository } from './storage/thread-regrouping.repository.js';
import { ThreadStateRepository } from './storage/thread-state.repository.js';
import { WayOutRepository } from './storage/way-out.repository.js';
import { UploadRepository } from './storage/upload.repository.js';
import { DataSubjects } from './subjects/data-subjects.js';

const storage = [
  AccountRepository,
  DraftRepository,
  ExpiredRepository,
  FirstAdministratorLinkRepository,
  GivenUpPersonaRepository,
  PersonaCreditRepository,
  GuestProblemRepository,
  GuestQuestionRepository,
  InvitationRepository,
  HeldPostRepository,
  MailChangeRepository,
  MailServerRepository,
  NoticeRepository,
  NotifierRepository,
  LegalTextRepository,
  OutboxRepository,
  PersonalDataRepository,
  RegistrationRepository,
  ResetRepository,
  SecondFactorRepository,
  SessionRepository,
  SubscriptionRepository,
  SuspensionRepository,
  ThreadRegroupingRepository,
  ThreadStateRepository,
  WayOutRepository,
  UploadRepository,
];
const accounts = [
  AccountResolver,
  LegalTextResolver,
  LegalTexts,
  AcceptLegalTextsService,
  PublishLegalTextService,
  TextsToAccept,
  { provide: OperatorTexts, useExisting: LegalTexts },
  AdmitRegistrationService,
  AnswerRegistration,
  AnswerResetRequest,
  BecomeFirstAdministratorService,
  ConfirmMailService,
  ConfirmRegistrationService,
  CreateAccountService,
  InviteFirstAdministratorService,
  IssueResetLinkService,
  NewPasswords,
  PasswordSessions,
  PasswordStrategy,
  Passwords,
  RegisterService,
  RemoveExpired,
  RequestPasswordResetService,
  ResetLinks,
  ResetPasswordService,
  SignInService,
];
const ownAccount = [
  AnswerMailChange,
  ChangePasswordService,
  ClaimPersonaService,
  ConfirmMailChangeService,
  DeleteAccountService,
  EraseAccount,
  ExportOwnDataService,
  GiveUpPersonaService,
  GivenUpPersonas,
  OwnAccountResolver,
  OwnDataTickets,
  OwnPassword,
  OwnPersonas,
  RequestMailChangeService,
];
const secondFactor = [
  BeginSecondFactorService,
  ConfirmSecondFactorService,
  EndSecondFactorService,
  FactorSeal,
  OwnFactors,
  ProveSecondFactorService,
  ResetSecondFactorService,
  SecondFactorResolver,
  SecondFactors,
  SignInByCodeService,
  SignInTickets,
];
const guests = [
  AdmitGuestService,
  ConfirmSharedProblemService,
  FindGuestQuestionService,
  KeepGuestQuestionService,
  RequestSharedProblemService,
  SendGuestQuestionService,
  SettleGuestQuestionService,
  VouchForGuestService,
];
const invitations = [
  AcceptInvitationService,
  InvitationDesk,
  InvitationResolver,
  { provide: FirstInvitations, useExisting: InvitationDesk },
];
const mail = [
  AccountLetters,
  AuthorMailer,
  DecisionMailer,
  DeskMailer,
  DigestMailer,
  GuestLetters,
  GuestMailer,
  NotifierMailer,
  RegroupThreads,
  ThreadRedaction,
  ThreadingIds,
  LetterWriter,
  MailOutbox,
  MailPasswordSeal,
  MailServerDesk,
  MailServers,
  MailSetupResolver,
  MailTransport,
  { provide: OutgoingMail, useExisting: MailServers },
  NoticePaces,
  OutboxResolver,
  ReleaseMails,
  ResubscribeService,
  SendMail,
  SendTestMailService,
  UnsubscribeService,
];
const reveal = [
  DecideRevealService,
  FreshFactors,
  LapseReveals,
  RequestRevealService,
  RevealLog,
  RevealNotices,
  RevealRepository,
  RevealSeals,
  ViewRevealService,
  { provide: RevealPort, useClass: LocalReveals },
];
const personas = [
  ClaimVoiceService,
  PersonaIndex,
  PersonaLinks,
  CreditPersonas,
  ReconcilePersonasService,
  ResealPersonasService,
];
const limits = [Limiters, SignInLimits, { provide: WriteLimits, useClass: PersonLimits }];

/** Accounts and everything that could tell who somebody is. Needs a `MemberDirectory`, a `PersonaDirectory`, `Administrators` and `InvitedRights`. */
@Global()
@Module({
  controllers: [OwnDataController, UnsubscribeController],
  providers: [
    ...storage,
    ...accounts,
    ...ownAccount,
    ...secondFactor,
    ...guests,
    ...invitations,
    AnswerGuestQuestion,
    GuestAccounts,
    AnswerSharedProblem,
    ...mail,
    ...limits,
    ...personas,
    ...reveal,
    AccountSuspensions,
    HeldPosts,
    DataSubjects,
    IdentityJobs,
    IdentityPages,
    IdentityPersonalData,
    PersonaSeals,
    Reseal,
    Sessions,
    UnsubscribeTokens,
    AccountDesk,
    { provide: IdentityPort, useClass: LocalIdentity },
  ],
  exports: [
    ...guests,
    AccountDesk,
    ConfirmRegistrationService,
    CreateAccountService,
    DataSubjects,
    FirstInvitations,
    IdentityPort,
    InvitationDesk,
    InviteFirstAdministratorService,
    IssueResetLinkService,
    MailServerDesk,
    OperatorTexts,
    OutgoingMail,
    ResetSecondFactorService,
    ResubscribeService,
    RevealLog,
    RevealPort,
    Sessions,
    UnsubscribeService,
    WriteLimits,
  ],
})
export class IdentityModule {}
