import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  EventBus,
  NotFound,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { NoticeReopened } from '../moderation.events.js';
import { ContentNoticeRepository } from './content-notice.repository.js';
import { noticeDueAt } from './notice-clock.js';
import { noticePolicy } from './notice.policy.js';
import { NoticedContent } from './noticed-content.js';

/**
 * Takes the decision about a notice of unlawful content back: what it has hidden is shown again, the notice waits once more,
 * with its time anew. Both sides are told.
 */
@Injectable()
export class ReopenNoticeService {
  constructor(
    private readonly database: AppDatabase,
    private readonly notices: ContentNoticeRepository,
    private readonly content: NoticedContent,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly translator: Translator,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat. What its author deleted does not come back.
   * @param number of the notice
   * @throws NotFound no such notice, or the actor does not moderate everywhere
   */
  async execute(ctx: RequestContext, number: string): Promise<void> {
    noticePolicy.requireDecider(ctx.actor);
    await this.database.transaction(ctx, async (tx) => {
      const notice = await this.notices.lock(tx, number);
      if (!notice) throw new NotFound();
      if (notice.decision === null) return;
      const now = this.clock.now();
      await this.content.show(tx, notice.id, (locale) =>
        this.translator.translate(locale, 'moderation:undone'),
      );
      await this.notices.reopen(tx, notice.id, noticeDueAt(now));
      await this.events.emit(tx, now, new NoticeReopened({ noticeId: notice.id, at: now.toISOString() }));
      await this.audit.record(tx, {
        action: 'notice-reopened',
        subjectType: 'notice',
        subjectId: number,
        reason: null,
      });
    });
  }
}
