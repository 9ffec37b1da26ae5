import { Injectable } from '@nestjs/common';
import { AppDatabase, PageInvalidation, SignInRequired, type RequestContext } from '@kundig/platform/server';
import { RankingRepository } from './ranking.repository.js';

/** A member does not want to be listed, or wants to be again. The merits stay counted either way. */
@Injectable()
export class ChooseAbsenceService {
  constructor(
    private readonly database: AppDatabase,
    private readonly rankings: RankingRepository,
    private readonly pages: PageInvalidation,
  ) {}

  /** Safe to repeat. @throws SignInRequired */
  async execute(ctx: RequestContext, absent: boolean): Promise<void> {
    const { memberId } = ctx.actor;
    if (memberId === null) throw new SignInRequired();
    await this.database.transaction(ctx, async (tx) => {
      await this.rankings.setAbsent(tx, memberId, absent);
      await this.pages.drop(tx, 'home', 'ranking');
    });
  }
}
