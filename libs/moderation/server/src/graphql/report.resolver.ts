import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, Input, succeed, Translator, type RequestContext } from '@kundig/platform/server';
import { GiveBackReportService } from '../reports/give-back-report.service.js';
import { ReopenReportService } from '../reports/reopen-report.service.js';
import { ReportPostService, type ReportPost } from '../reports/report-post.service.js';
import { ResolveReportService, type ResolveReport } from '../reports/resolve-report.service.js';
import { TakeReportService, type TakeReport } from '../reports/take-report.service.js';
import {
  ReportInput,
  ReportPostInput,
  reportPostSchema,
  reportSchema,
  ResolveReportInput,
  resolveReportSchema,
  TakeReportInput,
  takeReportSchema,
} from './moderation.inputs.js';
import { ReportObject } from './moderation.objects.js';
import {
  GiveBackReportResult,
  GiveBackReportSuccess,
  ReopenReportResult,
  ReopenReportSuccess,
  ReportPostResult,
  ReportPostSuccess,
  ResolveReportResult,
  ResolveReportSuccess,
  TakeReportResult,
  TakeReportSuccess,
} from './moderation.results.js';

/** Where moderators see the queue. */
const REPORTS_PATH = '/desk/reports';

/** Reporting a post, and what moderators do with reports. */
@Resolver(() => ReportObject)
export class ReportResolver {
  constructor(
    private readonly translator: Translator,
    private readonly reportService: ReportPostService,
    private readonly resolveService: ResolveReportService,
    private readonly takeService: TakeReportService,
    private readonly giveBackService: GiveBackReportService,
    private readonly reopenService: ReopenReportService,
  ) {}

  @Mutation(() => ReportPostResult, {
    description: 'Tells the moderators about a post. Safe to repeat: one open report per member and post.',
  })
  @Access.member({ evenSuspended: true })
  async reportPost(
    @Ctx() ctx: RequestContext,
    @Input(reportPostSchema, () => ReportPostInput) input: ReportPost,
  ): Promise<ReportPostSuccess> {
    const { post } = await this.reportService.execute(ctx, input);
    return succeed(ReportPostSuccess, { path: `/p/${post.publicId}/report/sent` });
  }

  @Mutation(() => ResolveReportResult, {
    description:
      'Decides a report. Keeping settles those before it on the same post or comment, too, hiding all. Safe to repeat with the same decision.',
  })
  @Access.permission('moderation:read-reports')
  async resolveReport(
    @Ctx() ctx: RequestContext,
    @Input(resolveReportSchema, () => ResolveReportInput) input: ResolveReport,
  ): Promise<ResolveReportSuccess> {
    await this.resolveService.execute(ctx, input);
    return succeed(ResolveReportSuccess, { path: `${REPORTS_PATH}?decided=${input.reportId}` });
  }

  @Mutation(() => TakeReportResult, {
    description: 'Shows other moderators that the viewer is at work on it. Safe to repeat.',
  })
  @Access.permission('moderation:read-reports')
  async takeReport(
    @Ctx() ctx: RequestContext,
    @Input(takeReportSchema, () => TakeReportInput) input: TakeReport,
  ): Promise<TakeReportSuccess> {
    await this.takeService.execute(ctx, input);
    return succeed(TakeReportSuccess, { path: `${REPORTS_PATH}#case-${input.reportId}` });
  }

  @Mutation(() => GiveBackReportResult, {
    description: 'Lets others decide what the viewer has taken. Safe to repeat.',
  })
  @Access.permission('moderation:read-reports')
  async giveBackReport(
    @Ctx() ctx: RequestContext,
    @Input(reportSchema, () => ReportInput) { reportId }: ReportInput,
  ): Promise<GiveBackReportSuccess> {
    await this.giveBackService.execute(ctx, reportId);
    return succeed(GiveBackReportSuccess, { path: `${REPORTS_PATH}#case-${reportId}` });
  }

  @Mutation(() => ReopenReportResult, {
    description: 'Takes a decision back; what was hidden is shown again. Safe to repeat.',
  })
  @Access.permission('moderation:read-reports')
  async reopenReport(
    @Ctx() ctx: RequestContext,
    @Input(reportSchema, () => ReportInput) { reportId }: ReportInput,
  ): Promise<ReopenReportSuccess> {
    await this.reopenService.execute(ctx, reportId);
    return succeed(ReopenReportSuccess, { path: `${REPORTS_PATH}?list=mine#case-${reportId}` });
  }

  @ResolveField(() => String, { description: 'In the language of the request.' })
  reason(@Ctx() ctx: RequestContext, @Parent() { row }: ReportObject): string {
    return this.translator.translate(ctx.locale, `moderation:reason.${row.reason}`);
  }
}
