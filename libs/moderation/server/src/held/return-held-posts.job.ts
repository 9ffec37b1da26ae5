import { Injectable } from '@nestjs/common';
import { AppDatabase, JobHandler, NotFound, type RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';
import { HeldDesk, subjectOf, type HeldItem } from './held-desk.js';

/** Handed back in one go. */
const BATCH = 100;

/**
 * Every night hands back what has waited for a moderator too long, so that nobody waits for ever, and says so in the log. Of
 * what lost its place meanwhile the log says nothing: there was nothing left to decide about.
 */
@Injectable()
export class ReturnHeldPosts {
  constructor(
    private readonly database: AppDatabase,
    private readonly desk: HeldDesk,
    private readonly held: HeldPosts,
    private readonly audit: AuditLog,
  ) {}

  /** Safe to repeat; what is decided at this moment stays. */
  @JobHandler({ task: 'moderation.return-held-posts', cron: '43 2 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    let ids: string[];
    do {
      ids = await this.held.undecided(BATCH);
      const items = await this.desk.placedByIds(ctx, ids);
      for (const id of ids)
        await this.handBack(
          ctx,
          id,
          items.find((item) => item.id === id),
        );
    } while (ids.length === BATCH);
  }

  private async handBack(ctx: RequestContext, id: string, item: HeldItem | undefined): Promise<void> {
    try {
      await this.database.transaction(ctx, async (tx) => {
        if (item)
          await this.audit.record(tx, { action: 'held-post-returned', ...subjectOf(item), reason: null });
        // Identity follows in a transaction of its own, last, so that nothing goes back that the log does not tell of.
        if (!(await this.held.handBack(id))) throw new NotFound();
      });
    } catch (error) {
      if (!(error instanceof NotFound)) throw error; // somebody decides about it, or has
    }
  }
}
