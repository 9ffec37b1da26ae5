import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ForumPresenter, PostObject } from '@kundig/forum/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { SurroundingsLoader } from './report-case.loaders.js';

/** What moderators read beside a post to understand it; readable for whoever reads the post. */
@Resolver(() => PostObject)
export class PostSurroundingsResolver {
  constructor(
    private readonly around: SurroundingsLoader,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => [PostObject], {
    description: 'The opening post of its thread, and the posts right before and after it.',
  })
  async surroundings(
    @Ctx() ctx: RequestContext,
    @Parent() { row: { threadId, position } }: PostObject,
  ): Promise<PostObject[]> {
    const beside = (await this.around.load(ctx, `${threadId}:${position}`)) ?? [];
    return beside.map((post) => this.present.post(ctx, post));
  }
}
