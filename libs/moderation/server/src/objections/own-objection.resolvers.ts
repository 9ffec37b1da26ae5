import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentObject } from '@kundig/blog/server';
import { PostObject } from '@kundig/forum/server';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { OwnObjection } from './objection.schema.js';
import { OwnObjections } from './own-objections.js';

const description = 'For its author alone, while it is hidden.';

/** What moderation adds to a post: its author's way to object. */
@Resolver(() => PostObject)
export class PostObjectionResolver {
  constructor(private readonly objections: OwnObjections) {}

  @ResolveField(() => OwnObjection, { nullable: true, description })
  ownObjection(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<OwnObjection | null> {
    return this.objections.to(ctx, row, row.threadId);
  }
}

/** The same for a comment of the blog. */
@Resolver(() => CommentObject)
export class CommentObjectionResolver {
  constructor(private readonly objections: OwnObjections) {}

  @ResolveField(() => OwnObjection, { nullable: true, description })
  ownObjection(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): Promise<OwnObjection | null> {
    return this.objections.to(ctx, row, null);
  }
}
