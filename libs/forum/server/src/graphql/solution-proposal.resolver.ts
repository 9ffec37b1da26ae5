import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { ProposeSolutionService } from '../settling/propose-solution.service.js';
import { SolutionProposals } from '../settling/solution-proposals.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  ProposeSolutionInput,
  ProposeSolutionResult,
  proposeSolutionSchema,
  ProposeSolutionSuccess,
  SolutionProposalObject,
} from './solution-proposal.object.js';
import { SolutionProposalPresenter } from './solution-proposal.presenter.js';
import { ThreadObject, threadPath } from './thread.object.js';

/** What experts hold for the solution of a question. */
@Resolver(() => ThreadObject)
export class SolutionProposalResolver {
  constructor(
    private readonly proposals: SolutionProposals,
    private readonly proposing: ProposeSolutionService,
    private readonly presentProposal: SolutionProposalPresenter,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => SolutionProposalObject, { nullable: true, name: 'proposal' })
  async proposal(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ThreadObject,
  ): Promise<SolutionProposalObject | null> {
    const proposal = await this.proposals.forThread(ctx, row);
    if (!proposal) return null;
    const [shown] = await this.presentProposal.proposals(ctx, [proposal]);
    return shown ?? null;
  }

  @Mutation(() => ProposeSolutionResult, {
    description:
      'Proposes an answer of somebody else as the solution, fourteen days after the last post. Safe to repeat.',
  })
  @Access.member()
  @PartOf('experts')
  async proposeSolution(
    @Ctx() ctx: RequestContext,
    @Input(proposeSolutionSchema, () => ProposeSolutionInput) { postId, reason }: ProposeSolutionInput,
  ): Promise<ProposeSolutionSuccess> {
    const thread = await this.proposing.execute(ctx, postId, reason);
    return succeed(ProposeSolutionSuccess, {
      path: threadPath(thread),
      thread: this.present.thread(ctx, thread),
    });
  }
}
