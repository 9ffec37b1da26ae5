import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { Paces } from '../port/notices.js';
import { NoticeRepository } from '../storage/notice.repository.js';
import { pacesOf } from './ended-kinds.js';

/** How soon somebody wants mails, occasion by occasion. */
@Injectable()
export class NoticePaces {
  constructor(private readonly notices: NoticeRepository) {}

  /** @returns what the member has chosen, and what holds where nothing is chosen */
  async of(ctx: RequestContext, memberId: string): Promise<Paces> {
    return pacesOf(await this.notices.paces(ctx, memberId));
  }

  /** What is not among them stays as it was. */
  choose(ctx: RequestContext, memberId: string, paces: Partial<Paces>): Promise<void> {
    return this.notices.setPaces(ctx, memberId, paces);
  }
}
