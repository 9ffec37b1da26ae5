export {
  CreateAccountService,
  type CreatedAccount,
  type NewAccount,
} from './accounts/create-account.service.js';
export { IssueResetLinkService } from './accounts/issue-reset-link.service.js';
export * from './identity.entities.js';
export * from './identity.migrations.js';
export * from './identity.module.js';
export * from './port/identity-port.js';
export * from './port/member-directory.js';
export * from './sessions/request-session.js';
export * from './sessions/session.policy.js';
export * from './sessions/sessions.js';
export * from './subjects/data-subjects.js';
export * from './texts.js';
