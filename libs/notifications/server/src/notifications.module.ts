import { Module } from '@nestjs/common';
import { ForumModule } from '@kundig/forum/server';
import { GroupsModule } from '@kundig/groups/server';
import { PseudonymsModule } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { TellFollowersService } from './tell-followers.service.js';
import { TellHelperService } from './tell-helper.service.js';
import { TellHiddenAuthorService } from './tell-hidden-author.service.js';

/** Mails about what happens in threads. Owns no table: who wants which mails lies with identity. */
@Module({
  imports: [ForumModule, GroupsModule, PseudonymsModule],
  providers: [
    NoticedPosts,
    NotificationTexts,
    TellFollowersService,
    TellHelperService,
    TellHiddenAuthorService,
  ],
})
export class NotificationsModule {}
