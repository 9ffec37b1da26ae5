import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LeakQuestion } from '@kundig/leak-guard/server';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { AuthorObject, HELD_PATH } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import { blogPolicy } from '../blog.policy.js';
import { DeleteCommentService } from '../comments/delete-comment.service.js';
import { HoldCommentService } from '../comments/hold-comment.service.js';
import { MarkPrivateCommentService } from '../comments/mark-private-comment.service.js';
import { WriteCommentService } from '../comments/write-comment.service.js';
import {
  CommentInput,
  commentSchema,
  MarkPrivateCommentInput,
  markPrivateCommentSchema,
  WriteCommentInput,
  writeCommentSchema,
} from './blog.inputs.js';
import { CommentRepository } from '../storage/comment.repository.js';
import { BlogPresenter } from './blog.presenter.js';
import {
  DeleteCommentResult,
  DeleteCommentSuccess,
  MarkPrivateCommentResult,
  MarkPrivateCommentSuccess,
  WriteCommentResult,
  WriteCommentSuccess,
} from './blog.results.js';
import { CommentObject, commentPath, PlacedCommentObject } from './comment.object.js';

/** Writing comments and taking them back, and what each of them shows. */
@Resolver(() => CommentObject)
@PartOf('blog')
export class CommentResolver {
  constructor(
    private readonly comments: CommentRepository,
    private readonly leaks: LeakQuestion,
    private readonly hold: HoldCommentService,
    private readonly write: WriteCommentService,
    private readonly remove: DeleteCommentService,
    private readonly markPrivate: MarkPrivateCommentService,
    private readonly present: BlogPresenter,
  ) {}

  @Query(() => PlacedCommentObject, {
    nullable: true,
    description: 'Null for an unknown comment and while its article is not in force.',
  })
  @Access.public()
  async articleComment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PlacedCommentObject | null> {
    const row = await this.comments.find(ctx, id);
    if (!row) return null;
    ctx.shown.add(`article:${row.articleId}`);
    return PlacedCommentObject.of(row);
  }

  @Mutation(() => WriteCommentResult, { description: 'Says something about an article, under the nickname.' })
  @Access.member()
  async writeComment(
    @Ctx() ctx: RequestContext,
    @Input(writeCommentSchema, () => WriteCommentInput) input: z.output<typeof writeCommentSchema>,
  ): Promise<WriteCommentSuccess> {
    return this.leaks.settle(ctx, input, async (settled) => {
      if (await this.hold.execute(ctx, settled))
        return succeed(WriteCommentSuccess, { path: HELD_PATH, comment: null });
      const comment = await this.write.execute(ctx, settled);
      return succeed(WriteCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
    });
  }

  @Mutation(() => DeleteCommentResult, { description: 'Takes one’s own comment back. Safe to repeat.' })
  @Access.member({ evenSuspended: true })
  async deleteComment(
    @Ctx() ctx: RequestContext,
    @Input(commentSchema, () => CommentInput) { commentId }: CommentInput,
  ): Promise<DeleteCommentSuccess> {
    const comment = await this.remove.execute(ctx, commentId);
    return succeed(DeleteCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
  }

  @Mutation(() => MarkPrivateCommentResult, {
    description:
      'Staff say of their comment that it is their private opinion, or take that back. Safe to repeat.',
  })
  @Access.member()
  async markPrivateComment(
    @Ctx() ctx: RequestContext,
    @Input(markPrivateCommentSchema, () => MarkPrivateCommentInput)
    { commentId, privateOpinion }: MarkPrivateCommentInput,
  ): Promise<MarkPrivateCommentSuccess> {
    const comment = await this.markPrivate.execute(ctx, commentId, privateOpinion);
    return succeed(MarkPrivateCommentSuccess, {
      path: commentPath(comment),
      comment: CommentObject.of(comment),
    });
  }

  @ResolveField(() => AuthorObject)
  author(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.authorId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What a hidden comment says, sanitised, for those who may show it again; null for all else.',
  })
  hiddenHtml(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): string | null {
    const isHidden = row.hiddenAt !== null && row.deletedAt === null;
    return isHidden && blogPolicy.mayModerate(ctx.actor).allowed ? row.bodyHtml : null;
  }

  @ResolveField(() => Boolean)
  viewerMayDelete(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): boolean {
    return row.deletedAt === null && blogPolicy.mayDelete(ctx.actor, row).allowed;
  }

  @ResolveField(() => Boolean)
  viewerMaySpeakPrivately(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): boolean {
    return blogPolicy.maySpeakPrivately(ctx.actor, row).allowed;
  }

  @ResolveField(() => Boolean)
  viewerMayRedact(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): boolean {
    return blogPolicy.mayRedactComment(ctx.actor, row).allowed;
  }

  @ResolveField(() => Boolean)
  viewerMayModerate(@Ctx() ctx: RequestContext, @Parent() { row }: CommentObject): boolean {
    return row.deletedAt === null && blogPolicy.mayModerate(ctx.actor).allowed;
  }
}
