import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { ModerationModule } from '@kundig/moderation/server';
import { AdministratorAct } from './administrator-act.js';
import { AddBoardService } from './boards/add-board.service.js';
import { ChangeBoardService } from './boards/change-board.service.js';
import { CloseBoardService } from './boards/close-board.service.js';
import { PlaceBoardService } from './boards/place-board.service.js';
import { QuestionFieldsService } from './boards/question-fields.service.js';
import { BoardDeskResolver } from './graphql/board-desk.resolver.js';
import { GroupDeskResolver } from './graphql/group-desk.resolver.js';

const forOtherDomains = [
  AddBoardService,
  ChangeBoardService,
  CloseBoardService,
  PlaceBoardService,
  QuestionFieldsService,
];

@Module({
  imports: [ForumModule, ModerationModule],
  providers: [...forOtherDomains, AdministratorAct, BoardDeskResolver, GroupDeskResolver],
  exports: forOtherDomains,
})
export class AdministrationModule {}
