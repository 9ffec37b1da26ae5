import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CommentObject, commentPath, PlacedCommentObject } from '@kundig/blog/server';
import { Access, Ctx, Input, Translator, succeed, type RequestContext } from '@kundig/platform/server';
import { ResolveReportInput, resolveReportSchema } from '../graphql/moderation.inputs.js';
import type { ResolveReport } from '../reports/resolve-report.service.js';
import {
  CommentReportObject,
  HideCommentResult,
  HideCommentSuccess,
  ModerateCommentInput,
  moderateCommentSchema,
  ReportCommentInput,
  ReportCommentResult,
  reportCommentSchema,
  ReportCommentSuccess,
  ResolveCommentReportResult,
  ResolveCommentReportSuccess,
  RestoreCommentResult,
  RestoreCommentSuccess,
} from './comment-moderation.schema.js';
import { CommentReportRepository } from './comment-report.repository.js';
import { ModerateCommentService, type ModerateComment } from './moderate-comment.service.js';
import { ReportCommentService, type ReportComment } from './report-comment.service.js';
import { ReportedCommentLoader } from './reported-comment.loader.js';

/** Most open reports the desk shows. */
const DESK_LIMIT = 50;

/** Reporting comments of the blog, and what comes of it. */
@Resolver(() => CommentReportObject)
export class CommentModerationResolver {
  constructor(
    private readonly reports: CommentReportRepository,
    private readonly comments: ReportedCommentLoader,
    private readonly translator: Translator,
    private readonly report: ReportCommentService,
    private readonly moderate: ModerateCommentService,
  ) {}

  @Query(() => [CommentReportObject], {
    description:
      'Open reports on comments of the blog, longest waiting first; none for who moderates only some boards.',
  })
  @Access.permission('moderation:read-reports')
  async commentReports(@Ctx() ctx: RequestContext): Promise<CommentReportObject[]> {
    if (!ctx.actor.can('moderation:read-reports')) return [];
    return (await this.reports.open(ctx, DESK_LIMIT)).map((row) => CommentReportObject.of(row));
  }

  @Mutation(() => ReportCommentResult, {
    description:
      'Tells the moderators about a comment. Safe to repeat: one open report per member and comment.',
  })
  @Access.member()
  async reportComment(
    @Ctx() ctx: RequestContext,
    @Input(reportCommentSchema, () => ReportCommentInput) input: ReportComment,
  ): Promise<ReportCommentSuccess> {
    const { publicId } = await this.report.execute(ctx, input);
    return succeed(ReportCommentSuccess, { path: `/blog/comment/${publicId}/report/sent` });
  }

  @Mutation(() => ResolveCommentReportResult, {
    description: 'Decides a report on a comment. Safe to repeat with the same decision.',
  })
  @Access.permission('moderation:read-reports')
  async resolveCommentReport(
    @Ctx() ctx: RequestContext,
    @Input(resolveReportSchema, () => ResolveReportInput) input: ResolveReport,
  ): Promise<ResolveCommentReportSuccess> {
    await this.moderate.resolve(ctx, input);
    return succeed(ResolveCommentReportSuccess, { path: '/desk/reports' });
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

  @ResolveField(() => String, { description: 'In the language of the request.' })
  reason(@Ctx() ctx: RequestContext, @Parent() { row }: CommentReportObject): string {
    return this.translator.translate(ctx.locale, `moderation:reason.${row.reason}`);
  }

  @ResolveField(() => PlacedCommentObject, {
    nullable: true,
    description: 'What it is about; null while the article is not in force.',
  })
  async about(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: CommentReportObject,
  ): Promise<PlacedCommentObject | null> {
    const comment = await this.comments.load(ctx, row.commentId);
    return comment && PlacedCommentObject.of(comment);
  }
}
