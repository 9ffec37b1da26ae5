import { Module } from '@nestjs/common';
import { AudiencesModule } from '@kundig/audiences/server';
import { BlogModule } from '@kundig/blog/server';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { KudosModule } from '@kundig/kudos/server';
import { ModerationModule } from '@kundig/moderation/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { AskAskers } from './ask-askers.job.js';
import { DeskMatters } from './desk-matters.js';
import { DuplicateTexts } from './duplicate-texts.js';
import { AudienceMailResolver } from './graphql/audience-mail.resolver.js';
import { FollowingResolver } from './graphql/following.resolver.js';
import { NoticesResolver } from './graphql/notices.resolver.js';
import { WayOutResolver } from './graphql/way-out.resolver.js';
import { Mentions } from './mentions.js';
import { Notices } from './notices.js';
import { NotificationTexts } from './notification-texts.js';
import { NoticedDuplicates } from './noticed-duplicates.js';
import { NoticedPosts } from './noticed-posts.js';
import { PreviewMailService } from './preview-mail.service.js';
import { SendDigests } from './send-digests.job.js';
import { Subscriptions } from './subscriptions.js';
import { TellAskerService } from './tell-asker.service.js';
import { TellCommentReportersService } from './tell-comment-reporters.service.js';
import { TellDuplicateService } from './tell-duplicate.service.js';
import { TellFollowersService } from './tell-followers.service.js';
import { TellGuestsService } from './tell-guests.service.js';
import { TellReportersService } from './tell-reporters.service.js';
import { TellHelperService } from './tell-helper.service.js';
import { TellHiddenAuthorService } from './tell-hidden-author.service.js';
import { TellHiddenCommenterService } from './tell-hidden-commenter.service.js';
import { TellModeratorsService } from './tell-moderators.service.js';
import { TellObjectorService } from './tell-objector.service.js';
import { TellRequesterService } from './tell-requester.service.js';
import { TellRevealed } from './tell-revealed.job.js';
import { TellShownAuthorService } from './tell-shown-author.service.js';
import { TellSolvedService } from './tell-solved.service.js';
import { TellSubscribersService } from './tell-subscribers.service.js';
import { TellThanked } from './tell-thanked.job.js';

/** Notices and mails about what happens in threads. Owns no table: who is told what lies with identity. */
@Module({
  imports: [
    AudiencesModule,
    BlogModule,
    ForumModule,
    GroupsModule,
    KudosModule,
    ModerationModule,
    PseudonymsModule,
  ],
  providers: [
    AskAskers,
    AudienceMailResolver,
    DuplicateTexts,
    FollowingResolver,
    Mentions,
    NoticedDuplicates,
    NoticedPosts,
    Notices,
    NoticesResolver,
    NotificationTexts,
    PreviewMailService,
    SendDigests,
    Subscriptions,
    TellAskerService,
    TellCommentReportersService,
    TellDuplicateService,
    TellFollowersService,
    TellGuestsService,
    TellHelperService,
    TellHiddenAuthorService,
    TellHiddenCommenterService,
    DeskMatters,
    TellModeratorsService,
    TellObjectorService,
    TellRequesterService,
    TellReportersService,
    TellRevealed,
    TellShownAuthorService,
    TellSolvedService,
    TellSubscribersService,
    TellThanked,
    WayOutResolver,
  ],
})
export class NotificationsModule {}
