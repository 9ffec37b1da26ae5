import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { CHOSEN_OCCASIONS, DEFAULT_PACES, type ChosenOccasion, type Paces } from '../port/notices.js';
import { AccountRepository } from '../storage/account.repository.js';
import { NoticeRepository } from '../storage/notice.repository.js';

/** How soon somebody wants mails, occasion by occasion. */
@Injectable()
export class NoticePaces {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly accounts: AccountRepository,
  ) {}

  /** @returns what the member has chosen, and what holds where nothing is chosen */
  async of(ctx: RequestContext, memberId: string): Promise<Paces> {
    const chosen = await this.notices.paces(ctx, memberId);
    return { ...DEFAULT_PACES, ...Object.fromEntries(chosen.map(({ occasion, pace }) => [occasion, pace])) };
  }

  /** What is not among them stays as it was. */
  choose(ctx: RequestContext, memberId: string, paces: Partial<Paces>): Promise<void> {
    return this.notices.setPaces(ctx, { memberId }, paces);
  }

  /** No mails of that kind any more. */
  end(ctx: RequestContext, accountId: string, occasion: ChosenOccasion): Promise<void> {
    return this.notices.setPaces(ctx, { accountId }, { [occasion]: 'never' });
  }

  /** No daily mail any more: whatever stood in it is told by no mail. */
  async endDaily(ctx: RequestContext, accountId: string): Promise<void> {
    const account = await this.accounts.byId(ctx, accountId);
    if (!account) return;
    const paces = await this.of(ctx, account.memberId);
    const daily = CHOSEN_OCCASIONS.filter((occasion) => paces[occasion] === 'daily');
    await this.notices.setPaces(
      ctx,
      { accountId },
      Object.fromEntries(daily.map((occasion) => [occasion, 'never'])),
    );
  }
}
