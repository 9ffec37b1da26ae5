import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlacedCommentObject } from '@kundig/blog/server';
import { BoardObject, BoardRepository, ForumPresenter, PostObject } from '@kundig/forum/server';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { AuthorObject } from '@kundig/pseudonyms/server';
import { ReportedCommentLoader } from '../comments/reported-comment.loader.js';
import { ReportRepository } from '../storage/report.repository.js';
import { ReportCaseListEnum } from './moderation.enums.js';
import { reportCasesSchema } from './moderation.inputs.js';
import { AuditEntryObject, ReportCaseObject, ReportObject } from './moderation.objects.js';
import { MeasuresLoader, ReportsOnLoader } from './report-case.loaders.js';
import { ReportedPostLoader } from './reported-post.loader.js';

/** The queue: what is reported about one post or comment in one line, with everything needed to decide it. */
@Resolver(() => ReportCaseObject)
export class ReportCaseResolver {
  constructor(
    private readonly rows: ReportRepository,
    private readonly boards: BoardRepository,
    private readonly reportsOn: ReportsOnLoader,
    private readonly posts: ReportedPostLoader,
    private readonly comments: ReportedCommentLoader,
    private readonly measuresOn: MeasuresLoader,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [ReportCaseObject], {
    description:
      'What is reported on the boards the viewer moderates, and about comments of the blog for who moderates everywhere: longest waiting first, or latest decided first.',
  })
  @Access.permission('moderation:read-reports')
  async reportCases(
    @Ctx() ctx: RequestContext,
    @Args('list', { type: () => ReportCaseListEnum, defaultValue: ReportCaseListEnum.OPEN })
    list: ReportCaseListEnum,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('boardId', { type: () => ID, nullable: true, description: 'Only those of one board.' })
    boardId?: string,
    @Args('after', { type: () => ID, nullable: true, description: 'Id of the last case already shown.' })
    after?: string,
  ): Promise<ReportCaseObject[]> {
    const asked = parseInput(reportCasesSchema, { list, boardId, first, after });
    return (await this.rows.cases(ctx, asked)).map((row) => ReportCaseObject.of(row));
  }

  @Query(() => [BoardObject], { description: 'Boards the viewer moderates on which something is reported.' })
  @Access.permission('moderation:read-reports')
  async reportedBoards(@Ctx() ctx: RequestContext): Promise<BoardObject[]> {
    const open = await this.rows.boardsWithOpen(ctx);
    const known = await this.boards.known(ctx);
    return known
      .filter(({ board }) => open.includes(board.id))
      .map((board) => this.present.board(ctx, board));
  }

  @ResolveField(() => [ReportObject], { description: 'Decided ones included, oldest first.' })
  async reports(@Ctx() ctx: RequestContext, @Parent() { row }: ReportCaseObject): Promise<ReportObject[]> {
    return ((await this.reportsOn.load(ctx, row.subjectId)) ?? []).map((report) => ReportObject.of(report));
  }

  @ResolveField(() => AuthorObject, {
    nullable: true,
    description: 'Moderator at work on it, or who decided it.',
  })
  async handler(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ReportCaseObject,
  ): Promise<AuthorObject | null> {
    return row.handlerId === null ? null : this.present.author(ctx, row.handlerId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer is at work on it, or has decided it.' })
  isMine(@Ctx() ctx: RequestContext, @Parent() { row }: ReportCaseObject): boolean {
    return row.handlerId !== null && row.handlerId === ctx.actor.memberId;
  }

  @ResolveField(() => PostObject, { nullable: true, description: 'Null where it is about a comment.' })
  async post(@Ctx() ctx: RequestContext, @Parent() { row }: ReportCaseObject): Promise<PostObject | null> {
    const post = row.postId === null ? null : await this.posts.load(ctx, row.postId);
    return post && this.present.post(ctx, post);
  }

  @ResolveField(() => PlacedCommentObject, {
    nullable: true,
    description: 'Null where it is about a post, or while the article is not in force.',
  })
  async comment(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ReportCaseObject,
  ): Promise<PlacedCommentObject | null> {
    const comment = row.commentId === null ? null : await this.comments.load(ctx, row.commentId);
    return comment && PlacedCommentObject.of(comment);
  }

  @ResolveField(() => [AuditEntryObject], {
    description: 'What moderators or its author did to it before, latest first.',
  })
  async measures(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ReportCaseObject,
  ): Promise<AuditEntryObject[]> {
    const key =
      row.postId === null
        ? `comment:${(await this.comments.load(ctx, row.commentId))?.publicId}`
        : `post:${(await this.posts.load(ctx, row.postId))?.publicId}`;
    return ((await this.measuresOn.load(ctx, key)) ?? []).map((entry) => AuditEntryObject.of(entry));
  }
}
