import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ForumPresenter, LocaleEnum, ThreadRepository } from '@kundig/forum/server';
import {
  Access,
  Ctx,
  Input,
  parseInput,
  succeed,
  type Locale,
  type RequestContext,
} from '@kundig/platform/server';
import { z } from 'zod';
import { CandidateRepository, LAST_CANDIDATE_PAGE } from '../candidates/candidate.repository.js';
import { EditEntryService, type EditEntry } from '../entries/edit-entry.service.js';
import { ProposeEntryService, type ProposeEntry } from '../entries/propose-entry.service.js';
import { ReleaseEntryService, type ReleaseEntry } from '../entries/release-entry.service.js';
import { WithdrawEntryService } from '../entries/withdraw-entry.service.js';
import { ExportFaq } from '../export/export-faq.service.js';
import { FaqEntryRepository } from '../storage/faq-entry.repository.js';
import { FaqReleaseRepository } from '../storage/faq-release.repository.js';
import {
  EditFaqEntryInput,
  editFaqEntrySchema,
  ExportFaqInput,
  exportFaqSchema,
  FaqEntryInput,
  faqEntrySchema,
  ProposeFaqEntryInput,
  proposeFaqEntrySchema,
} from './faq.inputs.js';
import { FaqCandidatePage, FaqEntryObject, FaqReleaseObject } from './faq.object.js';
import {
  EditFaqEntryResult,
  EditFaqEntrySuccess,
  ExportFaqResult,
  ExportFaqSuccess,
  ProposeFaqEntryResult,
  ProposeFaqEntrySuccess,
  ReleaseFaqEntryResult,
  ReleaseFaqEntrySuccess,
  WithdrawFaqEntryResult,
  WithdrawFaqEntrySuccess,
} from './faq.results.js';

/** Page on which all of this happens. */
const DESK = '/desk/faq';

const pageNumber = z.object({ page: z.number().int().min(1).max(LAST_CANDIDATE_PAGE) });

/** The editors' desk. */
@Resolver()
export class FaqDeskResolver {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly threads: ThreadRepository,
    private readonly entries: FaqEntryRepository,
    private readonly releases: FaqReleaseRepository,
    private readonly propose: ProposeEntryService,
    private readonly edit: EditEntryService,
    private readonly release: ReleaseEntryService,
    private readonly withdraw: WithdrawEntryService,
    private readonly exports: ExportFaq,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => FaqCandidatePage, {
    description: 'Solved questions of public boards without an entry, the best first.',
  })
  @Access.permission('faq:edit')
  async faqCandidates(
    @Ctx() ctx: RequestContext,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
    @Args('lang', { type: () => LocaleEnum, nullable: true }) lang?: Locale,
  ): Promise<FaqCandidatePage> {
    parseInput(pageNumber, { page });
    const boardIds = ctx.actor.boardsWith('faq:edit');
    const best = await this.candidates.page(ctx, page, lang ?? null, boardIds);
    const threads = await this.threads.findReadableByIds(
      ctx,
      best.items.map(({ threadId }) => threadId),
    );
    const items = best.items.flatMap(({ threadId, kudos, views, score }) => {
      const thread = threads.find(({ id }) => id === threadId);
      return thread ? [{ thread: this.present.thread(ctx, thread), kudos, views, score }] : [];
    });
    return { items, page, pageCount: best.pageCount };
  }

  @Query(() => [FaqEntryObject], {
    description: 'The newest text of each entry, first what editors should look at.',
  })
  @Access.permission('faq:edit')
  async faqDesk(@Ctx() ctx: RequestContext): Promise<FaqEntryObject[]> {
    const texts = await this.entries.desk(ctx, ctx.actor.boardsWith('faq:edit'));
    return texts.map((text) => FaqEntryObject.of(text));
  }

  @Query(() => [FaqReleaseObject], { description: 'The last exports, newest first.' })
  @Access.permission('faq:edit')
  async faqReleases(@Ctx() ctx: RequestContext): Promise<FaqReleaseObject[]> {
    const releases = await this.releases.newest(ctx);
    const current = releases.find(({ state }) => state === 'done');
    return releases.map((release) => FaqReleaseObject.of(release, release === current));
  }

  @Mutation(() => ProposeFaqEntryResult, { description: 'Makes an entry of a solved question.' })
  @Access.permission('faq:edit')
  async proposeFaqEntry(
    @Ctx() ctx: RequestContext,
    @Input(proposeFaqEntrySchema, () => ProposeFaqEntryInput) input: ProposeEntry,
  ): Promise<ProposeFaqEntrySuccess> {
    const entry = FaqEntryObject.of(await this.propose.execute(ctx, input));
    return succeed(ProposeFaqEntrySuccess, { path: `${DESK}?done=proposed`, entry });
  }

  @Mutation(() => EditFaqEntryResult, {
    description: 'What was released before stays in force until a new release.',
  })
  @Access.permission('faq:edit')
  async editFaqEntry(
    @Ctx() ctx: RequestContext,
    @Input(editFaqEntrySchema, () => EditFaqEntryInput) input: EditEntry,
  ): Promise<EditFaqEntrySuccess> {
    const entry = FaqEntryObject.of(await this.edit.execute(ctx, input));
    return succeed(EditFaqEntrySuccess, { path: `${DESK}?done=saved`, entry });
  }

  @Mutation(() => ReleaseFaqEntryResult, {
    description: 'Puts the newest text in force; never by who wrote it.',
  })
  @Access.permission('faq:release')
  async releaseFaqEntry(
    @Ctx() ctx: RequestContext,
    @Input(faqEntrySchema, () => FaqEntryInput) input: ReleaseEntry,
  ): Promise<ReleaseFaqEntrySuccess> {
    const entry = FaqEntryObject.of(await this.release.execute(ctx, input));
    return succeed(ReleaseFaqEntrySuccess, { path: `${DESK}?done=released`, entry });
  }

  @Mutation(() => WithdrawFaqEntryResult, {
    description: 'Takes the entry out of force, and out of the exported files.',
  })
  @Access.permission('faq:edit')
  async withdrawFaqEntry(
    @Ctx() ctx: RequestContext,
    @Input(faqEntrySchema, () => FaqEntryInput) { entryId }: FaqEntryInput,
  ): Promise<WithdrawFaqEntrySuccess> {
    const entry = FaqEntryObject.of(await this.withdraw.execute(ctx, entryId));
    return succeed(WithdrawFaqEntrySuccess, { path: `${DESK}?done=withdrawn`, entry });
  }

  @Mutation(() => ExportFaqResult, { description: 'Writes all entries in force as files.' })
  @Access.permission('faq:edit')
  async exportFaq(
    @Ctx() ctx: RequestContext,
    @Input(exportFaqSchema, () => ExportFaqInput) input: ExportFaqInput,
  ): Promise<ExportFaqSuccess> {
    const release = await this.exports.execute(ctx, input);
    return succeed(ExportFaqSuccess, {
      path: `${DESK}?done=exported`,
      release: FaqReleaseObject.of(release, release.state === 'done'),
    });
  }
}
