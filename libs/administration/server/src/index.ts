import type { LocaleTexts } from '@kundig/platform/server';
import de from './locales/de.json' with { type: 'json' };
import du from './locales/du.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };

export { AdministrationModule } from './administration.module.js';
export { AddBoardService, type AddBoard } from './boards/add-board.service.js';
export { ChangeBoardService, type ChangeBoard } from './boards/change-board.service.js';
export { CloseBoardService } from './boards/close-board.service.js';
export { AppointLeadService } from './groups/appoint-lead.service.js';
export { DecideAccessService, type DecideAccess } from './groups/decide-access.service.js';
export { GroupMembershipService, type GroupMember } from './groups/group-membership.service.js';
export { RequestAccessService, type RequestAccess } from './groups/request-access.service.js';
export { SaveGroupService, type SaveGroup } from './groups/save-group.service.js';
export { InviteMembersService, type InviteMembers } from './invitations/invite-members.service.js';
export { ResendInvitationService } from './invitations/resend-invitation.service.js';
export { WithdrawInvitationService } from './invitations/withdraw-invitation.service.js';
export { TaskNames } from './jobs/task-names.js';
export { RemoveMailServerService } from './mail/remove-mail-server.service.js';
export { SaveMailServerService } from './mail/save-mail-server.service.js';
export { SendWaitingMailsService } from './mail/send-waiting-mails.service.js';
export { ConfirmNewcomerService } from './members/confirm-newcomer.service.js';
export { ChangeJobService, type JobDecision } from './jobs/change-job.service.js';
export {
  ResetMemberSecondFactorService,
  type ResetMemberSecondFactor,
} from './members/reset-second-factor.service.js';
export { OpenMailService, type OpenMail } from './members/open-mail.service.js';
export { ChangeRoleService, type ChangeRole } from './roles/change-role.service.js';
export { WithdrawRoleService, type WithdrawnRole } from './roles/withdraw-role.service.js';
export { PlaceBoardService } from './boards/place-board.service.js';
export { QuestionFieldsService, type SaveQuestionField } from './boards/question-fields.service.js';

/** Server-side texts of the administration. */
export const administrationTexts: LocaleTexts = { de, du, en };
