import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { Reveals, type OpenReveal } from '@kundig/pseudonyms/server';
import { HeldDesk, type HeldItem } from '../held/held-desk.js';
import { ReportRepository, type OpenCase } from '../storage/report.repository.js';
import { ContentNoticeRepository, type OpenNotice } from '../unlawful/content-notice.repository.js';
import { Deciders } from './deciders.js';

/** What waits for a decision, and whose that is; for telling them, so it looks everywhere. */
@Injectable()
export class Undecided {
  constructor(
    private readonly reports: ReportRepository,
    private readonly held: HeldDesk,
    private readonly notices: ContentNoticeRepository,
    private readonly reveals: Reveals,
    private readonly deciders: Deciders,
  ) {}

  /** @param subjectIds primary keys of posts and comments @returns those of them that are reported */
  reported(ctx: RequestContext, subjectIds: readonly string[]): Promise<OpenCase[]> {
    return this.reports.openOn(ctx, subjectIds);
  }

  /** @returns what still waits to be published, as far as its place is there */
  waiting(ctx: RequestContext, heldPostIds: readonly string[]): Promise<HeldItem[]> {
    return this.held.placedByIds(ctx, heldPostIds);
  }

  /** @param noticeIds primary keys of notices of unlawful content */
  unlawful(ctx: RequestContext, noticeIds: readonly string[]): Promise<OpenNotice[]> {
    return this.notices.openAmong(ctx, noticeIds);
  }

  /** @param requestIds of requests for reveals @returns those of them that wait; none where reveals are off */
  reveal(requestIds: readonly string[]): Promise<OpenReveal[]> {
    return this.reveals.openAmong(requestIds);
  }

  /** @returns members who decide about requests for reveals */
  custodians(ctx: RequestContext): Promise<string[]> {
    return this.deciders.custodians(ctx);
  }

  /** Members who decide about what belongs to a board. @param boardId null for what belongs to none */
  async decidersOf(ctx: RequestContext, boardId: string | null): Promise<string[]> {
    return [...new Set((await this.deciders.of(ctx, boardId)).map(({ memberId }) => memberId))];
  }
}
