export { AcceptTextsForm } from './AcceptTextsForm.js';
export { ConfirmMailForm } from './ConfirmMailForm.js';
export { FirstAdministratorForm } from './FirstAdministratorForm.js';
export { ForgotPasswordForm } from './ForgotPasswordForm.js';
export { identityMessages } from './messages.js';
export { AcceptInvitationForm, TakeUpInvitationForm } from './InvitationForms.js';
export { LegalTextForm } from './LegalTextForm.js';
export {
  ChangeMailForm,
  ChangePasswordForm,
  ClaimPersonaForm,
  ConfirmNewMailForm,
  DeleteAccountForm,
  DownloadOwnDataForm,
  GiveUpPersonaForm,
} from './OwnAccountForms.js';
export { RegisterForm } from './RegisterForm.js';
export { ResetPasswordForm } from './ResetPasswordForm.js';
export { AskToShareProblemForm, ShareProblemAsGuestForm } from './SharedProblemForms.js';
export {
  BeginSecondFactorForm,
  EndSecondFactorForm,
  ProveSecondFactorForm,
  SignInByCodeForm,
} from './SecondFactorForms.js';
export { SecondFactorSetup } from './SecondFactorSetup.js';
export { SignInForm } from './SignInForm.js';
export { SignOutForm } from './SignOutForm.js';
export { GuestPersonForm, PublishGuestQuestionForm } from './GuestForms.js';
