import { Injectable } from '@nestjs/common';
import { KudosRepository } from '@kundig/kudos/server';
import { Clock, daysBefore, JobHandler, type RequestContext } from '@kundig/platform/server';
import { AuthorDelivery } from '@kundig/pseudonyms/server';
import { NotificationTexts } from './notification-texts.js';
import { isTold, NoticedPosts } from './noticed-posts.js';

/**
 * Tells authors that their posts were thanked for. Collected by the hour: the moment of a single thank-you would tell
 * who gave it, and ten in a row are one piece of news.
 */
@Injectable()
export class TellThanked {
  constructor(
    private readonly kudos: KudosRepository,
    private readonly posts: NoticedPosts,
    private readonly texts: NotificationTexts,
    private readonly delivery: AuthorDelivery,
    private readonly clock: Clock,
  ) {}

  /** Looks a day back, so that a worker that was away catches up; a number that was told is not told again. */
  @JobHandler({ task: 'notifications.tell-thanked', cron: '23 * * * *' })
  async run(ctx: RequestContext): Promise<void> {
    const thanked = await this.kudos.thankedSince(ctx, daysBefore(this.clock.now(), 1));
    const countOf = new Map(thanked.map(({ postId, count }) => [postId, count]));
    const noticed = await this.posts.findMany(ctx, thanked);
    const mails = noticed
      .filter(isTold)
      .flatMap((one) => (one.post.authorId === null ? [] : [{ ...one, authorId: one.post.authorId }]));
    await this.delivery.deliver(
      ctx,
      await Promise.all(
        mails.map(async ({ authorId, ...one }) => ({
          authorId,
          occasion: 'kudos' as const,
          threadId: one.thread.id,
          postId: one.post.id,
          position: one.post.position,
          content: await this.texts.of('kudos', one),
          readers: one.readers,
          onceKey: `kudos:${one.post.id}:${countOf.get(one.post.id)}`,
        })),
      ),
    );
  }
}
