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

/** Takes one's own kudos back. */
@Injectable()
export class WithdrawKudosService {
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
   * Safe to repeat; nothing happens where none was given.
   * @param postId public id
   * @throws NotFound no such post, not to be read by the actor, or a stub
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, postId: string): Promise<PostInThread> {
    const place = await this.access.require(ctx, postId);
    kudosPolicy.mayWithdraw(ctx.actor, place).orThrow();
    await this.limits.consume(ctx, 'kudos');
    await this.database.transaction(ctx, async (tx) => {
      const taken = await this.kudos.withdraw(tx, place.post.id, ctx.actor.memberId!);
      if (!taken) return;
      await this.events.emit(tx, this.clock.now(), new KudosChanged({ postId: place.post.id }));
      await this.pages.drop(tx, ...pagesShowing(place.post));
    });
    return place;
  }
}
