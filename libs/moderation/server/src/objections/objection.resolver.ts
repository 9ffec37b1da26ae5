import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlacedCommentObject } from '@kundig/blog/server';
import { ForumPresenter, PostObject } from '@kundig/forum/server';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { ReportedCommentLoader } from '../comments/reported-comment.loader.js';
import { ReportedPostLoader } from '../graphql/reported-post.loader.js';
import { ObjectionRepository } from '../storage/objection.repository.js';
import { DecideObjectionService, type DecideObjection } from './decide-objection.service.js';
import { objectionPolicy } from './objection.policy.js';
import {
  DecideObjectionInput,
  DecideObjectionResult,
  decideObjectionSchema,
  DecideObjectionSuccess,
  ObjectionBarrierEnum,
  ObjectionDecidersEnum,
  ObjectionObject,
  ObjectToCommentHidingInput,
  ObjectToCommentHidingResult,
  objectToCommentHidingSchema,
  ObjectToCommentHidingSuccess,
  ObjectToPostHidingInput,
  ObjectToPostHidingResult,
  objectToPostHidingSchema,
  ObjectToPostHidingSuccess,
  ReopenObjectionInput,
  ReopenObjectionResult,
  reopenObjectionSchema,
  ReopenObjectionSuccess,
} from './objection.schema.js';
import { OwnNames } from './own-names.js';
import { RaiseObjectionService } from './raise-objection.service.js';
import { ReopenObjectionService, type ReopenObjection } from './reopen-objection.service.js';
import { SecondModerators } from './second-moderators.js';

/** Shown at once; the next ones follow when these are decided. */
const OBJECTIONS_SHOWN = 50;

/** Objections of authors, and what a second moderator needs to decide about them. */
@Resolver(() => ObjectionObject)
export class ObjectionResolver {
  constructor(
    private readonly rows: ObjectionRepository,
    private readonly raising: RaiseObjectionService,
    private readonly deciding: DecideObjectionService,
    private readonly reopening: ReopenObjectionService,
    private readonly names: OwnNames,
    private readonly seconds: SecondModerators,
    private readonly posts: ReportedPostLoader,
    private readonly comments: ReportedCommentLoader,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [ObjectionObject], {
    description:
      'Those on the boards the viewer moderates, and about comments of the blog for who moderates everywhere: longest waiting first, or latest decided first.',
  })
  @Access.permission('moderation:read-reports')
  async objections(
    @Ctx() ctx: RequestContext,
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
  ): Promise<ObjectionObject[]> {
    return (await this.rows.list(ctx, open, OBJECTIONS_SHOWN)).map((row) => ObjectionObject.of(row));
  }

  @Mutation(() => ObjectToPostHidingResult, {
    description:
      'Asks a second moderator to look at the hiding of a post of one’s own, once. Safe to repeat with the same words.',
  })
  @Access.member({ evenSuspended: true })
  async objectToPostHiding(
    @Ctx() ctx: RequestContext,
    @Input(objectToPostHidingSchema, () => ObjectToPostHidingInput)
    { postId, words }: ObjectToPostHidingInput,
  ): Promise<ObjectToPostHidingSuccess> {
    const path = await this.raising.execute(ctx, { about: { postId }, words });
    return succeed(ObjectToPostHidingSuccess, { path });
  }

  @Mutation(() => ObjectToCommentHidingResult, {
    description: 'The same for a comment of the blog.',
  })
  @PartOf('blog')
  @Access.member({ evenSuspended: true })
  async objectToCommentHiding(
    @Ctx() ctx: RequestContext,
    @Input(objectToCommentHidingSchema, () => ObjectToCommentHidingInput)
    { commentId, words }: ObjectToCommentHidingInput,
  ): Promise<ObjectToCommentHidingSuccess> {
    const path = await this.raising.execute(ctx, { about: { commentId }, words });
    return succeed(ObjectToCommentHidingSuccess, { path });
  }

  @Mutation(() => DecideObjectionResult, {
    description:
      'Shows again what was hidden, or lets it stay hidden; not for who has hidden or written it. Safe to repeat with the same decision.',
  })
  @Access.permission('moderation:read-reports')
  async decideObjection(
    @Ctx() ctx: RequestContext,
    @Input(decideObjectionSchema, () => DecideObjectionInput) input: DecideObjection,
  ): Promise<DecideObjectionSuccess> {
    await this.deciding.execute(ctx, input);
    return succeed(DecideObjectionSuccess, { path: `/desk/objections?done=${input.decision}` });
  }

  @Mutation(() => ReopenObjectionResult, {
    description:
      'Takes the decision about an objection back; what it has shown is hidden again. Not for who has hidden or written it. Safe to repeat.',
  })
  @Access.permission('moderation:read-reports')
  async reopenObjection(
    @Ctx() ctx: RequestContext,
    @Input(reopenObjectionSchema, () => ReopenObjectionInput) input: ReopenObjection,
  ): Promise<ReopenObjectionSuccess> {
    await this.reopening.execute(ctx, input);
    return succeed(ReopenObjectionSuccess, { path: '/desk/objections?done=reopened' });
  }

  @ResolveField(() => PostObject, { nullable: true, description: 'Null where it is about a comment.' })
  async post(@Ctx() ctx: RequestContext, @Parent() { row }: ObjectionObject): Promise<PostObject | null> {
    const post = row.postId === null ? null : await this.posts.load(ctx, row.postId);
    return post && this.present.post(ctx, post);
  }

  @ResolveField(() => PlacedCommentObject, {
    nullable: true,
    description: 'Null where it is about a post, or while the article is not in force.',
  })
  async comment(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ObjectionObject,
  ): Promise<PlacedCommentObject | null> {
    const comment = row.commentId === null ? null : await this.comments.load(ctx, row.commentId);
    return comment && PlacedCommentObject.of(comment);
  }

  @ResolveField(() => String, { nullable: true, description: 'What is hidden, sanitised.' })
  async html(@Ctx() ctx: RequestContext, @Parent() { row }: ObjectionObject): Promise<string | null> {
    const hidden =
      row.postId === null
        ? await this.comments.load(ctx, row.commentId)
        : await this.posts.load(ctx, row.postId);
    return hidden?.bodyHtml ?? null;
  }

  @ResolveField(() => AuthorObject, { nullable: true, description: 'Moderator who has hidden it.' })
  async hider(@Ctx() ctx: RequestContext, @Parent() { row }: ObjectionObject): Promise<AuthorObject | null> {
    return row.hiderId === null ? null : this.present.author(ctx, row.hiderId);
  }

  @ResolveField(() => AuthorObject, { nullable: true, description: 'Moderator who decided about it.' })
  async resolver(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ObjectionObject,
  ): Promise<AuthorObject | null> {
    return row.resolverId === null ? null : this.present.author(ctx, row.resolverId);
  }

  @ResolveField(() => ObjectionBarrierEnum, {
    nullable: true,
    description: 'Why the viewer does not decide about it; null where they may.',
  })
  async barrier(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ObjectionObject,
  ): Promise<ObjectionBarrierEnum | null> {
    const ownIds = await this.names.in(ctx, row.threadId);
    if (objectionPolicy.mayDecide(ctx.actor, row, ownIds).allowed) return null;
    return row.hiderId === ctx.actor.memberId
      ? ObjectionBarrierEnum.HIDDEN_BY_VIEWER
      : ObjectionBarrierEnum.WRITTEN_BY_VIEWER;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may take the decision back: nothing else was decided since.',
  })
  async viewerMayReopen(@Ctx() ctx: RequestContext, @Parent() { row }: ObjectionObject): Promise<boolean> {
    if (!row.isRevocable) return false;
    return objectionPolicy.mayDecide(ctx.actor, row, await this.names.in(ctx, row.threadId)).allowed;
  }

  @ResolveField(() => ObjectionDecidersEnum, {
    description: 'Who moderates there beside those who have hidden or written it.',
  })
  async deciders(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ObjectionObject,
  ): Promise<ObjectionDecidersEnum> {
    return (await this.seconds.leftFor(ctx, row)) as ObjectionDecidersEnum;
  }
}
