import { Mutation, Resolver } from '@nestjs/graphql';
import { CommentObject, commentPath } from '@kundig/blog/server';
import { Access, Ctx, Input, PartOf, succeed, type RequestContext } from '@kundig/platform/server';
import {
  HideCommentResult,
  HideCommentSuccess,
  ModerateCommentInput,
  moderateCommentSchema,
  ReportCommentInput,
  ReportCommentResult,
  reportCommentSchema,
  ReportCommentSuccess,
  RestoreCommentResult,
  RestoreCommentSuccess,
} from './comment-moderation.schema.js';
import { ModerateCommentService, type ModerateComment } from './moderate-comment.service.js';
import { ReportCommentService, type ReportComment } from './report-comment.service.js';

/** Reporting comments of the blog, and taking them out of sight. */
@Resolver()
@PartOf('blog')
export class CommentModerationResolver {
  constructor(
    private readonly report: ReportCommentService,
    private readonly moderate: ModerateCommentService,
  ) {}

  @Mutation(() => ReportCommentResult, {
    description:
      'Tells the moderators about a comment. Safe to repeat: one open report per member and comment.',
  })
  @Access.member({ evenSuspended: true })
  async reportComment(
    @Ctx() ctx: RequestContext,
    @Input(reportCommentSchema, () => ReportCommentInput) input: ReportComment,
  ): Promise<ReportCommentSuccess> {
    const { publicId } = await this.report.execute(ctx, input);
    return succeed(ReportCommentSuccess, { path: `/blog/comment/${publicId}/report/sent` });
  }

  @Mutation(() => HideCommentResult, {
    description: 'Makes a comment a stub that shows the reason. Safe to repeat: the first reason stays.',
  })
  @Access.permission('forum:moderate')
  async hideComment(
    @Ctx() ctx: RequestContext,
    @Input(moderateCommentSchema, () => ModerateCommentInput) input: ModerateComment,
  ): Promise<HideCommentSuccess> {
    const comment = await this.moderate.hide(ctx, input);
    return succeed(HideCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
  }

  @Mutation(() => RestoreCommentResult, {
    description: 'Shows a hidden comment again. Safe to repeat; what its author deleted does not come back.',
  })
  @Access.permission('forum:moderate')
  async restoreComment(
    @Ctx() ctx: RequestContext,
    @Input(moderateCommentSchema, () => ModerateCommentInput) input: ModerateComment,
  ): Promise<RestoreCommentSuccess> {
    const comment = await this.moderate.restore(ctx, input);
    return succeed(RestoreCommentSuccess, { path: commentPath(comment), comment: CommentObject.of(comment) });
  }
}
