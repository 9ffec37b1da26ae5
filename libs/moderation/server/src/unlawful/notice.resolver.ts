import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Access,
  Clock,
  Ctx,
  Environment,
  Input,
  parseInput,
  succeed,
  Translator,
  type RequestContext,
} from '@kundig/platform/server';
import { z } from 'zod';
import { ContentNoticeRepository } from './content-notice.repository.js';
import { DecideNoticeService, type DecideNotice } from './decide-notice.service.js';
import { FileNoticeService, type FileNotice } from './file-notice.service.js';
import { NoticeTokens } from './notice-tokens.js';
import { noticePolicy } from './notice.policy.js';
import {
  ContentNoticeObject,
  DecideNoticeInput,
  DecideNoticeResult,
  decideNoticeSchema,
  DecideNoticeSuccess,
  NoticeFiguresObject,
  ReopenNoticeInput,
  ReopenNoticeResult,
  reopenNoticeSchema,
  ReopenNoticeSuccess,
  ReportUnlawfulContentInput,
  ReportUnlawfulContentResult,
  reportUnlawfulContentSchema,
  ReportUnlawfulContentSuccess,
} from './notice.schema.js';
import { NotifierNameLoader } from './notifier-name.loader.js';
import { ReopenNoticeService } from './reopen-notice.service.js';

/** Most notices the desk shows of a kind. */
const DESK = '/desk/notices';
const DESK_LIMIT = 50;
const tokenArgs = z.object({ token: z.string().min(1).max(300) });

/** Notices of unlawful content: sent by anybody, seen by who holds the link, decided by who moderates everywhere. */
@Resolver(() => ContentNoticeObject)
export class NoticeResolver {
  constructor(
    private readonly notices: ContentNoticeRepository,
    private readonly names: NotifierNameLoader,
    private readonly tokens: NoticeTokens,
    private readonly filing: FileNoticeService,
    private readonly deciding: DecideNoticeService,
    private readonly reopening: ReopenNoticeService,
    private readonly translator: Translator,
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  @Query(() => ContentNoticeObject, {
    nullable: true,
    description: 'By the link of its sender; null for any other token.',
  })
  @Access.public()
  async contentNotice(
    @Ctx() ctx: RequestContext,
    @Args('token') token: string,
  ): Promise<ContentNoticeObject | null> {
    parseInput(tokenArgs, { token });
    const number = this.tokens.read(token);
    const notice = number === null ? null : await this.notices.byNumber(ctx, number);
    return notice && ContentNoticeObject.of(notice);
  }

  @Query(() => [ContentNoticeObject], {
    description:
      'Those that wait, due first, or those decided last; none for who moderates only some boards.',
  })
  @Access.permission('moderation:read-reports')
  async contentNotices(
    @Ctx() ctx: RequestContext,
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
  ): Promise<ContentNoticeObject[]> {
    if (!noticePolicy.maySee(ctx.actor)) return [];
    return (await this.notices.list(ctx, open, DESK_LIMIT)).map((row) => ContentNoticeObject.of(row));
  }

  @Query(() => [NoticeFiguresObject], {
    description: 'Notices by the year they came in, latest first; none for who moderates only some boards.',
  })
  @Access.permission('moderation:read-reports')
  async noticeFigures(@Ctx() ctx: RequestContext): Promise<NoticeFiguresObject[]> {
    if (!noticePolicy.maySee(ctx.actor)) return [];
    return this.notices.figures(ctx, this.environment.get('TIME_ZONE'));
  }

  @Mutation(() => ReportUnlawfulContentResult, {
    description:
      'Notifies the operator of unlawful content; the answer leads to the page that shows how it stands.',
  })
  @Access.public()
  async reportUnlawfulContent(
    @Ctx() ctx: RequestContext,
    @Input(reportUnlawfulContentSchema, () => ReportUnlawfulContentInput) input: FileNotice,
  ): Promise<ReportUnlawfulContentSuccess> {
    const token = await this.filing.execute(ctx, input);
    return succeed(ReportUnlawfulContentSuccess, {
      path: token === null ? '/' : `/notice/${token}`,
    });
  }

  @Mutation(() => DecideNoticeResult, {
    description: 'Hides what a notice is about, or lets it stay. Safe to repeat with the same decision.',
  })
  @Access.permission('moderation:read-reports')
  async decideNotice(
    @Ctx() ctx: RequestContext,
    @Input(decideNoticeSchema, () => DecideNoticeInput) input: DecideNotice,
  ): Promise<DecideNoticeSuccess> {
    await this.deciding.execute(ctx, input);
    return succeed(DecideNoticeSuccess, {
      path: `${DESK}?done=${input.decision === 'remove' ? 'removed' : 'kept'}`,
    });
  }

  @Mutation(() => ReopenNoticeResult, {
    description: 'Takes the decision about a notice back; what it has hidden is shown again. Safe to repeat.',
  })
  @Access.permission('moderation:read-reports')
  async reopenNotice(
    @Ctx() ctx: RequestContext,
    @Input(reopenNoticeSchema, () => ReopenNoticeInput) { noticeId }: ReopenNoticeInput,
  ): Promise<ReopenNoticeSuccess> {
    await this.reopening.execute(ctx, noticeId);
    return succeed(ReopenNoticeSuccess, { path: `${DESK}?done=reopened` });
  }

  @ResolveField(() => String, {
    description: 'What its sender says the content is, in the language of the request.',
  })
  matter(@Ctx() ctx: RequestContext, @Parent() { row }: ContentNoticeObject): string {
    return this.translator.translate(ctx.locale, `moderation:notice.matter.${row.matter}`);
  }

  @ResolveField(() => Boolean, { description: 'Whether it should have been decided by now.' })
  overdue(@Parent() { row }: ContentNoticeObject): boolean {
    return row.decidedAt === null && row.dueAt < this.clock.now();
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Who sent it, for those who decide; null where no name was given.',
  })
  async senderName(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ContentNoticeObject,
  ): Promise<string | null> {
    if (!noticePolicy.maySee(ctx.actor)) return null;
    return (await this.names.load(ctx, row.id))?.name ?? null;
  }
}
