import { Injectable } from '@nestjs/common';
import {
  BatchLoader,
  Clock,
  daysBefore,
  Features,
  inOrderOf,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorLoader, type ViewerInThread } from '@kundig/pseudonyms/server';
import { forumPolicy } from '../forum.policy.js';
import { SolutionProposalRepository, type OpenProposal } from '../storage/solution-proposal.repository.js';
import type { Thread } from '../storage/thread.entity.js';

/** So long after the last post the asker has had their say. */
const DAYS_FOR_THE_ASKER = 14;

/** Open proposals by the uuid of their thread, and who may make one. */
@Injectable()
export class SolutionProposals extends BatchLoader<OpenProposal> {
  constructor(
    private readonly proposals: SolutionProposalRepository,
    private readonly authors: AuthorLoader,
    private readonly features: Features,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** None while there are no experts. Costs nothing where the asker still has time. */
  async forThread(ctx: RequestContext, thread: Thread): Promise<OpenProposal | null> {
    return this.features.isOn('experts') && this.isDue(thread) ? this.load(ctx, thread.id) : null;
  }

  /** May the viewer propose a solution here? Fetches what the policy needs to know, as little as it can. */
  async mayPropose(ctx: RequestContext, thread: Thread, viewer: ViewerInThread): Promise<boolean> {
    const { memberId } = ctx.actor;
    if (memberId === null || !this.isDue(thread)) return false;
    const expertIn = (await this.authors.load(ctx, memberId))?.expertIn ?? [];
    const isExpert = expertIn.includes(thread.boardId);
    return forumPolicy.mayProposeSolution(ctx.actor, thread, { ...viewer, isExpert, isDue: true }).allowed;
  }

  /** Whether it is a question without a solution in which nobody wrote for fourteen days. */
  isDue(thread: Thread): boolean {
    const open = forumPolicy.mayBeSolved(thread).allowed;
    return open && thread.lastPostAt <= daysBefore(this.clock.now(), DAYS_FOR_THE_ASKER);
  }

  protected async loadBatch(
    ctx: RequestContext,
    threadIds: readonly string[],
  ): Promise<(OpenProposal | null)[]> {
    return inOrderOf(threadIds, await this.proposals.openOf(ctx, threadIds), ({ threadId }) => threadId);
  }
}
