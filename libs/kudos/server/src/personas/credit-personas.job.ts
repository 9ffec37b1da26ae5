import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  Clock,
  daysBefore,
  Features,
  JobHandler,
  PageInvalidation,
  type RequestContext,
} from '@kundig/platform/server';
import { PersonaCredits } from '@kundig/pseudonyms/server';
import { MemberCreditRepository } from './member-credit.repository.js';

/** Thanks count for the nickname once they are so old. */
export const CREDIT_DELAY_DAYS = 30;

/**
 * Where the operator wants it, what was thanked for anonymously counts for the nickname, too: late, once a month for everybody
 * together, and in whole steps, because everybody sees both numbers grow. Nothing is counted that was given before it was switched on.
 */
@Injectable()
export class CreditPersonasJob {
  constructor(
    private readonly database: AppDatabase,
    private readonly rows: MemberCreditRepository,
    private readonly credits: PersonaCredits,
    private readonly pages: PageInvalidation,
    private readonly features: Features,
    private readonly clock: Clock,
  ) {}

  /** Every day, so that a month is not lost to whom the first was a day off; once a month it has something to do. */
  @JobHandler({ task: 'kudos.credit-personas', cron: '11 5 * * *' })
  async run(ctx: RequestContext): Promise<void> {
    if (!this.features.isOn('persona-credits')) return;
    const now = this.clock.now();
    const batch = await this.rows.open(ctx, now, daysBefore(now, CREDIT_DELAY_DAYS));
    if (!batch) return;
    const credits = await this.credits.ofMonth(ctx, batch.month, await this.rows.thanked(ctx, batch));
    await this.database.transaction(ctx, async (tx) => {
      await this.rows.finish(tx, batch, credits);
      if (credits.length > 0) await this.pages.drop(tx, 'everything');
    });
  }
}
