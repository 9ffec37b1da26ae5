import { Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  ForumPresenter,
  SolutionProposalObject,
  SolutionProposalPresenter,
  SolutionProposalRepository,
  threadPath,
} from '@kundig/forum/server';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { DecideProposalService } from '../proposals/decide-proposal.service.js';
import {
  DecideProposalInput,
  DecideProposalResult,
  decideProposalSchema,
  DecideProposalSuccess,
} from './proposal.object.js';

/** Shown at once; the next ones follow when these are decided. */
const PROPOSALS_SHOWN = 50;

/** What experts propose on the boards one looks after. */
@Resolver()
@PartOf('experts')
export class ProposalResolver {
  constructor(
    private readonly proposals: SolutionProposalRepository,
    private readonly deciding: DecideProposalService,
    private readonly presentProposal: SolutionProposalPresenter,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [SolutionProposalObject], {
    description: 'Proposed solutions on the boards the viewer looks after, the oldest first.',
  })
  @Access.permission('forum:moderate')
  async solutionProposals(@Ctx() ctx: RequestContext): Promise<SolutionProposalObject[]> {
    const boardIds = ctx.actor.boardsWith('forum:moderate');
    return this.presentProposal.proposals(ctx, await this.proposals.openIn(ctx, boardIds, PROPOSALS_SHOWN));
  }

  @Mutation(() => DecideProposalResult, {
    description:
      'Makes a proposed answer the solution, or declines that; the asker can still choose otherwise.',
  })
  @Access.permission('forum:moderate')
  async decideProposal(
    @Ctx() ctx: RequestContext,
    @Input(decideProposalSchema, () => DecideProposalInput) { postId, accepted }: DecideProposalInput,
  ): Promise<DecideProposalSuccess> {
    const thread = await this.deciding.execute(ctx, postId, accepted);
    return succeed(DecideProposalSuccess, {
      path: `${threadPath(thread)}?done=${accepted ? 'accepted' : 'declined'}`,
      thread: this.present.thread(ctx, thread),
    });
  }
}
