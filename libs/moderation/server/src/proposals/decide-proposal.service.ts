import { Injectable } from '@nestjs/common';
import {
  MarkSolutionService,
  PostAccess,
  SolutionProposalRepository,
  ThreadRepository,
  forumPolicy,
  type Thread,
} from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  EventBus,
  NotFound,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditLog } from '../audit/audit-log.js';
import { ProposalAccepted } from '../moderation.events.js';

/** Makes the answer an expert proposes the solution, or declines that. The asker can still choose otherwise. */
@Injectable()
export class DecideProposalService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly threads: ThreadRepository,
    private readonly proposals: SolutionProposalRepository,
    private readonly solutions: MarkSolutionService,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
  ) {}

  /**
   * Of parallel decisions the first holds.
   * @param postId public id of the answer that is proposed
   * @throws NotFound nothing of the kind is proposed any more, or not on a board the actor moderates
   */
  async execute(ctx: RequestContext, postId: string, accepted: boolean): Promise<Thread> {
    const { post, thread } = await this.access.require(ctx, postId);
    forumPolicy.mayModerate(ctx.actor, thread).orThrow();
    const now = this.clock.now();
    await this.database.transaction(ctx, async (tx) => {
      forumPolicy.mayModerate(ctx.actor, await this.threads.lock(tx, thread.id)).orThrow();
      const [proposal] = await this.proposals.openOf(tx, [thread.id]);
      if (proposal?.postId !== post.id) throw new NotFound();
      await this.proposals.decide(tx, proposal.id, now);
      await this.audit.record(tx, {
        action: accepted ? 'proposal-accepted' : 'proposal-declined',
        subjectType: 'post',
        subjectId: post.publicId,
        reason: null,
      });
      if (!accepted) return this.pages.drop(tx, `thread:${thread.id}`);
      const knownTo = [ctx.actor.memberId!, ...(thread.authorId === null ? [] : [thread.authorId])];
      await this.solutions.mark(tx, thread, post.id, true, knownTo);
      await this.events.emit(tx, now, new ProposalAccepted({ threadId: thread.id, postId: post.id }));
    });
    return thread;
  }
}
