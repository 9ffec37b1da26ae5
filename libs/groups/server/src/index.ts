export { Actors } from './actors.service.js';
export { GroupsModule } from './groups.module.js';
export {
  AccessRequestRepository,
  type AccessDecision,
  type AccessRequest,
} from './storage/access-request.repository.js';
export { GroupRepository, type ClosedGroup, type MemberRights } from './storage/group.repository.js';
export { CreateGroups1795000030000 } from './migrations/1795000030000-create-groups.js';
export { InviteAuthors1795000241000 } from './migrations/1795000241000-invite-authors.js';
export { CreateAccessRequest1795000261000 } from './migrations/1795000261000-create-access-request.js';
export { AddGroupLeads1795000340002 } from './migrations/1795000340002-add-group-leads.js';
export { AccessDecided } from './groups.events.js';
export { groupsTexts } from './texts.js';
