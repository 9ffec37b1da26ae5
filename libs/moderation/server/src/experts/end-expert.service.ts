import { Injectable } from '@nestjs/common';
import { AppDatabase, Clock, NotFound, PageInvalidation, type RequestContext } from '@kundig/platform/server';
import { Experts } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';

/** Ends an expert status before its term does. */
@Injectable()
export class EndExpertService {
  constructor(
    private readonly database: AppDatabase,
    private readonly experts: Experts,
    private readonly audit: AuditLog,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound no such status now, or of a board the actor does not look after */
  async execute(ctx: RequestContext, id: string, reason: string): Promise<void> {
    const now = this.clock.now();
    const status = await this.experts.find(ctx, id, now);
    if (!status || !ctx.actor.can('forum:moderate', status.boardId)) throw new NotFound();
    await this.database.transaction(ctx, async (tx) => {
      if (!(await this.experts.end(tx, id, now))) return;
      await this.pages.drop(tx, 'everything');
      await this.audit.record(tx, {
        action: 'expert-ended',
        subjectType: 'expert',
        subjectId: id,
        reason,
      });
    });
  }
}
