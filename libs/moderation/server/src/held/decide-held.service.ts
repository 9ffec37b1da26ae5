import { Injectable } from '@nestjs/common';
import { HeldComments } from '@kundig/blog/server';
import { PublishHeldService } from '@kundig/forum/server';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { HeldDesk, subjectOf, type HeldItem } from './held-desk.js';

/** Lets what waits through, or refuses it. Of parallel decisions the first holds, the others find nothing any more. */
@Injectable()
export class DecideHeldService {
  constructor(
    private readonly database: AppDatabase,
    private readonly desk: HeldDesk,
    private readonly posts: PublishHeldService,
    private readonly comments: HeldComments,
    private readonly held: HeldPosts,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Publishes it as if it had just been written; its writer is told.
   * @throws NotFound   nothing of that id waits, or not where the actor moderates
   * @throws NotAllowed its thread or board was closed meanwhile
   * @throws Conflict   its thread went over into another one meanwhile
   */
  async publish(ctx: RequestContext, id: string): Promise<void> {
    const item = await this.require(ctx, id);
    const groupId = 'place' in item ? item.place.board.groupId : null;
    await this.held.publish(ctx, id, groupId, async (writer, content) => {
      const published =
        'place' in item
          ? await this.posts.execute(writer, content)
          : await this.comments.publish(writer, content);
      const { subjectType, subjectId } = published;
      await this.database.transaction(ctx, (tx) =>
        this.audit.record(tx, { action: 'held-post-published', subjectType, subjectId, reason: null }),
      );
      return published;
    });
  }

  /**
   * Its writer gets the text back by mail, with the reason.
   * @throws NotFound nothing of that id waits, or not where the actor moderates
   */
  async refuse(ctx: RequestContext, id: string, reason: string): Promise<void> {
    const subject = subjectOf(await this.require(ctx, id));
    await this.database.transaction(ctx, async (tx) => {
      await this.audit.record(tx, { action: 'held-post-refused', ...subject, reason });
      // Identity follows in a transaction of its own, last, so that nothing is refused that the log does not tell of.
      if (!(await this.held.refuse(id, reason))) throw new NotFound();
    });
  }

  private async require(ctx: RequestContext, id: string): Promise<HeldItem> {
    const item = await this.desk.find(ctx, id);
    if (!item) throw new NotFound();
    return item;
  }
}
