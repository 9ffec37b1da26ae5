import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { ModerationModule } from '@kundig/moderation/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { AdministratorAct } from './administrator-act.js';
import { AddBoardService } from './boards/add-board.service.js';
import { ChangeBoardService } from './boards/change-board.service.js';
import { CloseBoardService } from './boards/close-board.service.js';
import { PlaceBoardService } from './boards/place-board.service.js';
import { QuestionFieldsService } from './boards/question-fields.service.js';
import { BoardAccessResolver } from './graphql/board-access.resolver.js';
import { BoardDeskResolver } from './graphql/board-desk.resolver.js';
import { GroupDeskResolver } from './graphql/group-desk.resolver.js';
import { MailServerResolver } from './graphql/mail-server.resolver.js';
import { OutboxDeskResolver } from './graphql/outbox-desk.resolver.js';
import { PeopleDeskResolver } from './graphql/people-desk.resolver.js';
import { InvitationDeskResolver } from './graphql/invitation-desk.resolver.js';
import { AppointLeadService } from './groups/appoint-lead.service.js';
import { DecideAccessService } from './groups/decide-access.service.js';
import { GroupMembershipService } from './groups/group-membership.service.js';
import { RequestAccessService } from './groups/request-access.service.js';
import { SaveGroupService } from './groups/save-group.service.js';
import { ChangeJobService } from './jobs/change-job.service.js';
import { JobSubjects } from './jobs/job-subjects.js';
import { TaskNames } from './jobs/task-names.js';
import { JobDeskResolver } from './graphql/job-desk.resolver.js';
import { InviteMembersService } from './invitations/invite-members.service.js';
import { ResendInvitationService } from './invitations/resend-invitation.service.js';
import { WithdrawInvitationService } from './invitations/withdraw-invitation.service.js';
import { RemoveMailServerService } from './mail/remove-mail-server.service.js';
import { SaveMailServerService } from './mail/save-mail-server.service.js';
import { SendWaitingMailsService } from './mail/send-waiting-mails.service.js';
import { ConfirmNewcomerService } from './members/confirm-newcomer.service.js';
import { MemberFiles } from './members/member-files.js';
import { NamedMembers } from './members/named-members.js';
import { ResetMemberSecondFactorService } from './members/reset-second-factor.service.js';
import { OpenMailService } from './members/open-mail.service.js';
import { ChangeRoleService } from './roles/change-role.service.js';
import { WithdrawRoleService } from './roles/withdraw-role.service.js';

const forOtherDomains = [
  AddBoardService,
  AppointLeadService,
  ChangeBoardService,
  ChangeJobService,
  TaskNames,
  ChangeRoleService,
  CloseBoardService,
  ConfirmNewcomerService,
  DecideAccessService,
  GroupMembershipService,
  InviteMembersService,
  OpenMailService,
  ResetMemberSecondFactorService,
  PlaceBoardService,
  QuestionFieldsService,
  RemoveMailServerService,
  RequestAccessService,
  ResendInvitationService,
  SaveGroupService,
  SaveMailServerService,
  SendWaitingMailsService,
  WithdrawInvitationService,
  WithdrawRoleService,
];

@Module({
  imports: [ForumModule, GroupsModule, ModerationModule, PseudonymsModule],
  providers: [
    ...forOtherDomains,
    AdministratorAct,
    BoardAccessResolver,
    BoardDeskResolver,
    GroupDeskResolver,
    InvitationDeskResolver,
    JobDeskResolver,
    JobSubjects,
    MailServerResolver,
    MemberFiles,
    NamedMembers,
    OutboxDeskResolver,
    PeopleDeskResolver,
  ],
  exports: forOtherDomains,
})
export class AdministrationModule {}
