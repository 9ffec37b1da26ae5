import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { LeakGuardModule } from '@kundig/leak-guard/server';
import { ModerationModule } from '@kundig/moderation/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { AskAsGuestService } from './ask-as-guest.service.js';
import { AskToShareProblemService } from './ask-to-share-problem.service.js';
import { GuestsResolver } from './graphql/guests.resolver.js';
import { MemberRequests } from './member-requests.js';
import { SharedProblemResolver } from './graphql/shared-problem.resolver.js';
import { PublishAdmitted } from './publish-admitted.js';
import { PublishGuestQuestionService } from './publish-guest-question.service.js';
import { ReleaseGuestQuestionService } from './release-guest-question.service.js';
import { ShareProblemAsGuestService } from './share-problem-as-guest.service.js';

/** People without an account ask first and are asked who they are afterwards, or share a problem by mail. Owns no table. */
@Module({
  imports: [ForumModule, GroupsModule, LeakGuardModule, ModerationModule, PseudonymsModule],
  providers: [
    AskAsGuestService,
    AskToShareProblemService,
    GuestsResolver,
    MemberRequests,
    PublishAdmitted,
    PublishGuestQuestionService,
    ReleaseGuestQuestionService,
    SharedProblemResolver,
    ShareProblemAsGuestService,
  ],
})
export class GuestsModule {}
