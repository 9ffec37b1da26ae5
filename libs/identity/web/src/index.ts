export { identityMessages } from './messages.js';
export { SignOutForm } from './SignOutForm.js';
