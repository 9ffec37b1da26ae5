import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { PostRepository } from '../storage/post.repository.js';
import type { OpenProposal } from '../storage/solution-proposal.repository.js';
import { ForumPresenter } from './forum.presenter.js';
import { SolutionProposalObject } from './solution-proposal.object.js';

/** Makes the schema's proposals from rows. */
@Injectable()
export class SolutionProposalPresenter {
  constructor(
    private readonly posts: PostRepository,
    private readonly present: ForumPresenter,
  ) {}

  /** One statement for the posts; what the viewer may not read is left out. */
  async proposals(
    ctx: RequestContext,
    proposals: readonly OpenProposal[],
  ): Promise<SolutionProposalObject[]> {
    const posts = await this.posts.findReadableByIds(
      ctx,
      proposals.map(({ postId }) => postId),
    );
    const shown = proposals.map(async ({ postId, proposerId, boardId, reason }) => {
      const post = posts.find(({ id }) => id === postId);
      if (!post) return [];
      const by = await this.present.author(ctx, proposerId);
      const decides = ctx.actor.can('forum:moderate', boardId);
      return [{ post: this.present.post(ctx, post), by, reason: decides ? reason : null }];
    });
    return (await Promise.all(shown)).flat();
  }
}
