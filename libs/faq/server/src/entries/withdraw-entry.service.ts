import { Injectable } from '@nestjs/common';
import { AppDatabase, NotFound, type RequestContext } from '@kundig/platform/server';
import { faqPolicy } from '../faq.policy.js';
import { FaqEntryRepository, type FaqText } from '../storage/faq-entry.repository.js';
import { Withdrawal } from './withdrawal.js';

/** Takes an entry out of force, or a proposal off the desk. */
@Injectable()
export class WithdrawEntryService {
  constructor(
    private readonly database: AppDatabase,
    private readonly entries: FaqEntryRepository,
    private readonly withdrawal: Withdrawal,
  ) {}

  /**
   * Safe to repeat.
   * @param publicId of the entry
   * @throws NotFound no such entry, or not the editor's
   */
  async execute(ctx: RequestContext, publicId: string): Promise<FaqText> {
    const found = await this.entries.findLatest(ctx, { publicId });
    if (!found) throw new NotFound();
    faqPolicy.mayWithdraw(ctx.actor, found).orThrow();
    await this.database.transaction(ctx, async (tx) => {
      const entry = await this.entries.lock(tx, found.entryId);
      if (!entry.withdrawnAt) await this.withdrawal.of(tx, entry, null);
    });
    return (await this.entries.findLatest(ctx, { publicId }))!;
  }
}
