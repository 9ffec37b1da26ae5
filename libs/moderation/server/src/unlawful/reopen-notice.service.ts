import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { PostRepository } from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  EventBus,
  NotFound,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { CommentHiding } from '../comments/comment-hiding.js';
import { NoticeReopened } from '../moderation.events.js';
import { PostHiding } from '../visibility/post-hiding.js';
import { ContentNoticeRepository } from './content-notice.repository.js';
import { noticeDueAt } from './notice-clock.js';
import { noticePolicy } from './notice.policy.js';

/**
 * Takes the decision about a notice of unlawful content back: what it has hidden is shown again, the notice waits once more,
 * with its time anew. Both sides are told.
 */
@Injectable()
export class ReopenNoticeService {
  constructor(
    private readonly database: AppDatabase,
    private readonly notices: ContentNoticeRepository,
    private readonly posts: PostRepository,
    private readonly postHiding: PostHiding,
    private readonly comments: CommentRepository,
    private readonly commentHiding: CommentHiding,
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
      await this.showAll(tx, notice.id);
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

  private async showAll(tx: RequestContext, noticeId: string): Promise<void> {
    const subjects = await this.notices.subjectsOf(tx, noticeId, true);
    const reason = this.translator.translate(tx.locale, 'moderation:undone');
    const posts = await this.posts.findReadableByIds(
      tx,
      subjects.flatMap(({ postId }) => postId ?? []),
    );
    posts.sort((a, b) => (a.threadId < b.threadId ? -1 : 1)); // threads are locked in one order by all
    for (const post of posts) await this.postHiding.show(tx, post, reason);
    const commentIds = subjects.flatMap(({ commentId }) => commentId ?? []);
    for (const comment of await this.comments.findByIds(tx, commentIds))
      await this.commentHiding.show(tx, comment, reason);
  }
}
