import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  Conflict,
  EventBus,
  NotFound,
  Translator,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { NoticeDecided } from '../moderation.events.js';
import { ContentNoticeRepository, type Verdict } from './content-notice.repository.js';
import { noticePolicy } from './notice.policy.js';
import { NoticedContent } from './noticed-content.js';

export type DecideNotice = Verdict & {
  /** Number of the notice. */
  readonly noticeId: string;
};

/** Decides a notice of unlawful content: everything it is about is hidden, or stays. Both sides are told why. */
@Injectable()
export class DecideNoticeService {
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
   * Safe to repeat with the same decision.
   * @throws NotFound no such notice, or the actor does not moderate everywhere
   * @throws Conflict another moderator has decided otherwise
   */
  async execute(ctx: RequestContext, { noticeId, ...verdict }: DecideNotice): Promise<void> {
    noticePolicy.requireDecider(ctx.actor);
    await this.database.transaction(ctx, async (tx) => {
      const notice = await this.notices.lock(tx, noticeId);
      if (!notice) throw new NotFound();
      if (notice.decision === verdict.decision) return;
      if (notice.decision !== null) throw new Conflict('moderation:error.decidedOtherwise');
      const now = this.clock.now();
      if (verdict.decision === 'remove') await this.content.hide(tx, notice.id, this.reasonOf(verdict));
      await this.notices.decide(tx, notice.id, verdict, now);
      await this.events.emit(tx, now, new NoticeDecided({ noticeId: notice.id }));
      await this.audit.record(tx, {
        action: verdict.decision === 'remove' ? 'notice-upheld' : 'notice-rejected',
        subjectType: 'notice',
        subjectId: noticeId,
        reason: verdict.statement,
      });
    });
  }

  private reasonOf({ ground, statement }: Verdict): (locale: Locale) => string {
    return (locale) =>
      `${this.translator.translate(locale, `moderation:notice.ground.${ground}`)}: ${statement}`;
  }
}
