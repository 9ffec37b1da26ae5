import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, type RequestContext } from '@kundig/platform/server';
import { AuthorKind, AuthorObject } from '@kundig/pseudonyms/server';
import { forumPolicy } from '../forum.policy.js';
import { PostHistory } from '../posts/post-history.service.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import { PostChangeObject } from './history.object.js';

/** What posts said before. */
@Resolver(() => PostChangeObject)
export class HistoryResolver {
  constructor(
    private readonly posts: PostRepository,
    private readonly threads: ThreadLoader,
    private readonly history: PostHistory,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [PostChangeObject], {
    nullable: true,
    description:
      'Changes of a post, newest first, at most fifty; those of a hidden post for its moderators only. Null for a post the viewer may not read.',
  })
  @Access.public()
  async postHistory(
    @Ctx() ctx: RequestContext,
    @Args('postId', { type: () => ID }) postId: string,
  ): Promise<PostChangeObject[] | null> {
    const post = await this.posts.findReadable(ctx, postId);
    const thread = post && (await this.threads.load(ctx, post.threadId));
    if (!post || !thread) return null;
    const isHidden = post.isStub || thread.hiddenAt !== null || thread.deletedAt !== null;
    if (isHidden && !forumPolicy.mayModerate(ctx.actor, thread).allowed) return null;
    ctx.shown.add(`thread:${thread.id}`);
    return (await this.history.of(ctx, post, thread)).map((change) => PostChangeObject.of(change));
  }

  @ResolveField(() => AuthorObject)
  editor(@Ctx() ctx: RequestContext, @Parent() { row }: PostChangeObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.by);
  }

  @ResolveField(() => Boolean, { description: 'Whether the time is kept to the quarter of an hour only.' })
  async atRounded(@Ctx() ctx: RequestContext, @Parent() { row }: PostChangeObject): Promise<boolean> {
    return (await this.present.author(ctx, row.by)).kind === AuthorKind.PERSONA;
  }
}
