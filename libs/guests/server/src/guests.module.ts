import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { AskAsGuestService } from './ask-as-guest.service.js';
import { GuestsResolver } from './graphql/guests.resolver.js';
import { PublishGuestQuestionService } from './publish-guest-question.service.js';

/** People without an account ask first and are asked who they are afterwards. Owns no table. */
@Module({
  imports: [ForumModule, GroupsModule, PseudonymsModule],
  providers: [AskAsGuestService, GuestsResolver, PublishGuestQuestionService],
})
export class GuestsModule {}
