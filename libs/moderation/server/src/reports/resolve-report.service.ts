import { Injectable } from '@nestjs/common';
import { forumPolicy, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { AppDatabase, Clock, Conflict, NotFound, type RequestContext } from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { ReportRepository } from '../storage/report.repository.js';
import { PostHiding } from '../visibility/post-hiding.js';

/** The stub and the author are owed a reason; why a post stays may remain unsaid. */
export type ResolveReport = { readonly reportId: string } & (
  | { readonly decision: 'keep'; readonly reason: string | null }
  | { readonly decision: 'hide'; readonly reason: string }
);

/** Decides a report: the post stays, which settles this one report, or is hidden, which settles all on it. */
@Injectable()
export class ResolveReportService {
  constructor(
    private readonly database: AppDatabase,
    private readonly reports: ReportRepository,
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly hiding: PostHiding,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat with the same decision.
   * @throws NotFound no such report, or not on a board the actor moderates
   * @throws Conflict another moderator has decided otherwise
   */
  async execute(ctx: RequestContext, input: ResolveReport): Promise<void> {
    const { reportId, decision, reason } = input;
    const report = await this.reports.find(ctx, reportId);
    if (!report) throw new NotFound();
    await this.database.transaction(ctx, async (tx) => {
      // Every decision about a thread's posts takes this lock first, so that of two only one finds the report open.
      const thread = await this.threads.lock(tx, report.threadId);
      forumPolicy.mayModerate(ctx.actor, thread).orThrow();
      const current = (await this.reports.find(tx, reportId))!;
      if (current.decision === decision) return;
      if (current.decision !== null) throw new Conflict('moderation:error.decidedOtherwise');
      await this.reports.resolve(tx, reportId, decision, this.clock.now());
      if (input.decision === 'hide') {
        const [post] = await this.posts.findReadableByIds(tx, [report.postId]);
        await this.hiding.hide(tx, post!, input.reason);
      }
      const action = decision === 'hide' ? 'report-upheld' : 'report-kept';
      await this.audit.record(tx, { action, subjectType: 'report', subjectId: reportId, reason });
    });
  }
}
