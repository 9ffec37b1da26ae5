export { ConfirmMailForm } from './ConfirmMailForm.js';
export { FirstAdministratorForm } from './FirstAdministratorForm.js';
export { ForgotPasswordForm } from './ForgotPasswordForm.js';
export { identityMessages } from './messages.js';
export { RegisterForm } from './RegisterForm.js';
export { ResetPasswordForm } from './ResetPasswordForm.js';
export { SignInForm } from './SignInForm.js';
export { SignOutForm } from './SignOutForm.js';
