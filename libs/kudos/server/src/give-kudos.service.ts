import { Injectable } from '@nestjs/common';
import { PostAccess, type PostInThread } from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  EventBus,
  PageInvalidation,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { KudosChanged } from './kudos.events.js';
import { kudosPolicy } from './kudos.policy.js';
import { pagesShowing } from './pages-showing.js';
import { KudosRepository } from './storage/kudos.repository.js';

/** Thanks for a post: one kudos per member and post, whatever voice the member has in the thread. */
@Injectable()
export class GiveKudosService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly kudos: KudosRepository,
    private readonly limits: WriteLimits,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param postId public id
   * @throws NotFound   no such post, not to be read by the actor, or a stub
   * @throws NotAllowed the actor wrote it, under whichever name
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, postId: string): Promise<PostInThread> {
    const place = await this.access.require(ctx, postId);
    kudosPolicy.mayGive(ctx.actor, place).orThrow();
    await this.limits.consume(ctx, 'kudos');
    await this.database.transaction(ctx, async (tx) => {
      const given = await this.kudos.give(tx, place.post.id, ctx.actor.memberId!, this.clock.now());
      if (!given) return;
      await this.events.emit(tx, this.clock.now(), new KudosChanged({ postId: place.post.id }));
      await this.pages.drop(tx, ...pagesShowing(place.post));
    });
    return place;
  }
}
