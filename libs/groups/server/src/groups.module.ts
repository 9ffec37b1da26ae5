import { Module } from '@nestjs/common';
import { Actors } from './actors.service.js';
import { GroupsPersonalData } from './groups.personal-data.js';
import { GroupRepository } from './storage/group.repository.js';

@Module({ providers: [Actors, GroupRepository, GroupsPersonalData], exports: [Actors, GroupRepository] })
export class GroupsModule {}
