import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForumPresenter, PostObject, ThreadLoader, ThreadObject } from '@kundig/forum/server';
import {
  Access,
  Ctx,
  Input,
  parseInput,
  succeed,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { ReportPostService, type ReportPost } from '../reports/report-post.service.js';
import { ResolveReportService, type ResolveReport } from '../reports/resolve-report.service.js';
import { ReportRepository } from '../storage/report.repository.js';
import {
  ReportPostInput,
  reportPostSchema,
  reportsSchema,
  ResolveReportInput,
  resolveReportSchema,
} from './moderation.inputs.js';
import { ReportObject } from './moderation.objects.js';
import {
  ReportPostResult,
  ReportPostSuccess,
  ResolveReportResult,
  ResolveReportSuccess,
} from './moderation.results.js';
import { ReportedPostLoader } from './reported-post.loader.js';

/** Where moderators see the queue. */
const REPORTS_PATH = '/desk/reports';

/** Reporting a post, and the queue that comes of it. */
@Resolver(() => ReportObject)
export class ReportResolver {
  constructor(
    private readonly rows: ReportRepository,
    private readonly posts: ReportedPostLoader,
    private readonly threads: ThreadLoader,
    private readonly present: ForumPresenter,
    private readonly translator: Translator,
    private readonly reportService: ReportPostService,
    private readonly resolveService: ResolveReportService,
  ) {}

  @Query(() => [ReportObject], {
    description:
      'Reports on the boards the viewer moderates: open ones, longest waiting first, or resolved ones, latest first.',
  })
  @Access.permission('moderation:read-reports')
  async reports(
    @Ctx() ctx: RequestContext,
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => ID, nullable: true, description: 'Id of the last report already shown.' })
    after?: string,
  ): Promise<ReportObject[]> {
    const page = parseInput(reportsSchema, { first, after });
    return (await this.rows.list(ctx, open, page.first, page.after)).map((row) => ReportObject.of(row));
  }

  @Mutation(() => ReportPostResult, {
    description: 'Tells the moderators about a post. Safe to repeat: one open report per member and post.',
  })
  @Access.member()
  async reportPost(
    @Ctx() ctx: RequestContext,
    @Input(reportPostSchema, () => ReportPostInput) input: ReportPost,
  ): Promise<ReportPostSuccess> {
    const { post } = await this.reportService.execute(ctx, input);
    return succeed(ReportPostSuccess, { path: `/p/${post.publicId}/report/sent` });
  }

  @Mutation(() => ResolveReportResult, {
    description: 'Decides a report. Safe to repeat with the same decision.',
  })
  @Access.permission('moderation:read-reports')
  async resolveReport(
    @Ctx() ctx: RequestContext,
    @Input(resolveReportSchema, () => ResolveReportInput) input: ResolveReport,
  ): Promise<ResolveReportSuccess> {
    await this.resolveService.execute(ctx, input);
    return succeed(ResolveReportSuccess, { path: REPORTS_PATH });
  }

  @ResolveField(() => String, { description: 'In the language of the request.' })
  reason(@Ctx() ctx: RequestContext, @Parent() { row }: ReportObject): string {
    return this.translator.translate(ctx.locale, `moderation:reason.${row.reason}`);
  }

  @ResolveField(() => PostObject)
  async post(@Ctx() ctx: RequestContext, @Parent() { row }: ReportObject): Promise<PostObject> {
    return this.present.post(ctx, (await this.posts.load(ctx, row.postId))!);
  }

  @ResolveField(() => ThreadObject)
  async thread(@Ctx() ctx: RequestContext, @Parent() { row }: ReportObject): Promise<ThreadObject> {
    return this.present.thread(ctx, (await this.threads.load(ctx, row.threadId))!);
  }
}
