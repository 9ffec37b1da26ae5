import { Global, Module } from '@nestjs/common';
import { Administrators, InvitedRights } from '@kundig/identity/server';
import { Actors } from './actors.service.js';
import { CommunityAdministrators } from './community-administrators.js';
import { GroupsPersonalData } from './groups.personal-data.js';
import { ViewerRightsResolver } from './graphql/viewer-rights.resolver.js';
import { GrantedRights } from './roles/granted-rights.js';
import { AccessRequestRepository } from './storage/access-request.repository.js';
import { GroupRepository } from './storage/group.repository.js';

/** Groups and roles. Gives identity its `Administrators` and `InvitedRights`. */
@Global()
@Module({
  providers: [
    AccessRequestRepository,
    Actors,
    GroupRepository,
    GroupsPersonalData,
    ViewerRightsResolver,
    { provide: Administrators, useClass: CommunityAdministrators },
    { provide: InvitedRights, useClass: GrantedRights },
  ],
  exports: [AccessRequestRepository, Actors, Administrators, GroupRepository, InvitedRights],
})
export class GroupsModule {}
