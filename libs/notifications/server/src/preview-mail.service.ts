import { Injectable } from '@nestjs/common';
import type { PostRef } from '@kundig/forum/server';
import { IdentityPort, type MailPreview } from '@kundig/identity/server';
import { RequestContext } from '@kundig/platform/server';
import { NotificationTexts } from './notification-texts.js';
import { isSolvedByAsker, isTold, NoticedPosts } from './noticed-posts.js';

/** Writes the mail about a post that whoever follows its thread or board gets, without sending it. */
@Injectable()
export class PreviewMailService {
  constructor(
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly identity: IdentityPort,
  ) {}

  /**
   * @param ref of a post the actor may read; the caller has made sure
   * @returns the mail in the language of the request; null where nobody is told of the post any more
   */
  async execute({ locale }: RequestContext, ref: PostRef): Promise<MailPreview | null> {
    const noticed = await this.posts.find(RequestContext.system(locale), ref);
    if (!noticed || !isTold(noticed)) return null;
    const told = isSolvedByAsker(noticed) ? 'solved' : 'reply';
    const occasion = noticed.post.position === 1 ? 'thread' : told;
    const content = await this.texts.of(occasion, noticed);
    return this.identity.previewMail({ content: content[locale], locale, occasion });
  }
}
