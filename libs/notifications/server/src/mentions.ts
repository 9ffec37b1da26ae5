import { Injectable } from '@nestjs/common';
import type { Mention } from '@kundig/identity/server';
import { NotificationTexts } from './notification-texts.js';
import type { NoticedPost } from './noticed-posts.js';

/** Whom a post names, as it was found when the post was written. */
@Injectable()
export class Mentions {
  constructor(private readonly texts: NotificationTexts) {}

  /** @returns null when it names nobody */
  async of(noticed: NoticedPost): Promise<Mention | null> {
    const memberIds = noticed.post.mentionedIds;
    return memberIds.length === 0 ? null : { memberIds, content: await this.texts.of('mention', noticed) };
  }
}
