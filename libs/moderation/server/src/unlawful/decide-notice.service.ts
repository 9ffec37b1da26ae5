import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { PostRepository } from '@kundig/forum/server';
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
import { CommentHiding } from '../comments/comment-hiding.js';
import { NoticeDecided } from '../moderation.events.js';
import { PostHiding } from '../visibility/post-hiding.js';
import { ContentNoticeRepository, type Verdict } from './content-notice.repository.js';
import { noticePolicy } from './notice.policy.js';

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
      if (verdict.decision === 'remove') await this.hideAll(tx, notice.id, verdict);
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

  private async hideAll(tx: RequestContext, noticeId: string, { ground, statement }: Verdict): Promise<void> {
    const subjects = await this.notices.subjectsOf(tx, noticeId);
    const reason = (locale: Locale) =>
      `${this.translator.translate(locale, `moderation:notice.ground.${ground}`)}: ${statement}`;
    const postIds = subjects.flatMap(({ postId }) => postId ?? []);
    const posts = await this.posts.findReadableByIds(tx, postIds);
    posts.sort((a, b) => (a.threadId < b.threadId ? -1 : 1)); // threads are locked in one order by all
    const hidden: string[] = [];
    for (const post of posts)
      if (await this.postHiding.hide(tx, post, reason(post.lang))) hidden.push(post.id);
    const commentIds = subjects.flatMap(({ commentId }) => commentId ?? []);
    for (const comment of await this.comments.findByIds(tx, commentIds))
      if (await this.commentHiding.hide(tx, comment, reason(comment.lang))) hidden.push(comment.id);
    await this.notices.noteHidden(tx, noticeId, hidden);
  }
}
