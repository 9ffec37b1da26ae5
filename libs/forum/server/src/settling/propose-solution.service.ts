import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  Conflict,
  NotAllowed,
  NotFound,
  PageInvalidation,
  Randomness,
  toQuarterHour,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorLoader, Voices } from '@kundig/pseudonyms/server';
import { forumPolicy } from '../forum.policy.js';
import { PostAccess } from '../posts/post-access.service.js';
import { PostRepository } from '../storage/post.repository.js';
import { SolutionProposalRepository } from '../storage/solution-proposal.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { SolutionProposals } from './solution-proposals.js';

/** An expert holds an answer for the solution of a question that its asker has left open; moderators decide. */
@Injectable()
export class ProposeSolutionService {
  constructor(
    private readonly database: AppDatabase,
    private readonly access: PostAccess,
    private readonly voices: Voices,
    private readonly authors: AuthorLoader,
    private readonly open: SolutionProposals,
    private readonly proposals: SolutionProposalRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly limits: WriteLimits,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat.
   * @param publicId of an answer of somebody else
   * @param reason   for those who decide, at most `FORUM_LIMITS.reasonMax` characters
   * @throws NotFound   no such answer, or the actor is no expert of its board
   * @throws NotAllowed the asker's time is not over, or it is the actor's own answer or thread, or they speak anonymously here
   * @throws Conflict   another answer is proposed already
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, publicId: string, reason: string | null = null): Promise<Thread> {
    const { post, thread, ownIds } = await this.access.require(ctx, publicId);
    const viewer = await this.voices.viewerIn(ctx, thread.id);
    const { memberId } = ctx.actor;
    const expertIn = (memberId && (await this.authors.load(ctx, memberId))?.expertIn) || [];
    const facts = { ...viewer, isExpert: expertIn.includes(thread.boardId), isDue: this.open.isDue(thread) };
    forumPolicy.mayProposeSolution(ctx.actor, thread, facts).orThrow();
    if (post.kind !== 'reply' || post.isStub) throw new NotFound();
    if (post.authorId !== null && ownIds.includes(post.authorId))
      throw new NotAllowed('forum:error.ownAnswer');
    await this.limits.consume(ctx, 'edit');
    const at = toQuarterHour(this.clock.now());
    const answer = { threadId: thread.id, postId: post.id };
    const proposal = { id: this.random.uuid(), ...answer, proposerId: memberId, reason };
    await this.database.transaction(ctx, async (tx) => {
      forumPolicy.mayBeSolved(await this.threads.lock(tx, thread.id)).orThrow();
      if ((await this.posts.lock(tx, thread.id, post.id)).isStub) throw new NotFound();
      if (await this.proposals.add(tx, proposal, at)) return this.pages.drop(tx, `thread:${thread.id}`);
      const [standing] = await this.proposals.openOf(tx, [thread.id]);
      if (standing?.postId !== post.id) throw new Conflict('forum:error.proposedAlready');
    });
    return thread;
  }
}
