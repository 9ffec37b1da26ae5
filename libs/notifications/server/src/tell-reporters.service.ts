import { Injectable } from '@nestjs/common';
import { DecidedReports, ReportsDecided } from '@kundig/moderation/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { NoticedPosts } from './noticed-posts.js';
import { SECOND_THOUGHTS } from './second-thoughts.js';

/** Tells those who reported a post how it was decided: that it stays, or that it is hidden; not by whom. */
@Injectable()
export class TellReportersService {
  constructor(
    private readonly decided: DecidedReports,
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
  ) {}

  /** A decision that was taken back meanwhile is told to nobody. Safe to repeat. */
  @OnEvent(ReportsDecided, SECOND_THOUGHTS)
  async execute(
    ctx: RequestContext,
    { threadId, postId, at }: { threadId: string; postId: string; at: string },
  ): Promise<void> {
    const reporterIds = await this.decided.reporters(ctx, postId, new Date(at));
    const noticed = await this.posts.find(ctx, { threadId, postId });
    if (!noticed || noticed.post.deletedAt) return;
    const content = await this.texts.of('report', noticed);
    await this.delivery.deliver(
      ctx,
      reporterIds.map((authorId) => ({
        ...{ authorId, threadId, postId, content, occasion: 'report' as const },
        position: noticed.post.position,
        readers: noticed.readers,
        onceKey: `report:${postId}:${at}`,
      })),
    );
  }
}
