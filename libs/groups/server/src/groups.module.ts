import { Module } from '@nestjs/common';
import { Actors } from './actors.service.js';
import { GroupsPersonalData } from './groups.personal-data.js';
import { ViewerRightsResolver } from './graphql/viewer-rights.resolver.js';
import { GroupRepository } from './storage/group.repository.js';

@Module({
  providers: [Actors, GroupRepository, GroupsPersonalData, ViewerRightsResolver],
  exports: [Actors, GroupRepository],
})
export class GroupsModule {}
