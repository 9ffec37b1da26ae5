import { Injectable } from '@nestjs/common';
import { PUBLIC_POST_SQL } from '@kundig/forum/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { MemberCredit } from '@kundig/pseudonyms/server';

/** The thanks of one month. */
export interface CreditBatch {
  /** As `2026-12`. */
  readonly month: string;
  /** On which it counts, as `2026-12-01`. */
  readonly day: string;
  /** What was given from then on … */
  readonly from: Date;
  /** … and before this. */
  readonly until: Date;
}

/** All SQL about thanks that members are credited with for their personas. */
@Injectable()
export class MemberCreditRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Begins the batch of a month, or goes on with it. It counts from where the batch of the month before ended; where there is
   * none, nothing that was given until now is ever counted.
   * @param settled thanks younger than that wait for the next batch
   * @returns null when the batch is done
   */
  async open(ctx: RequestContext, now: Date, settled: Date): Promise<CreditBatch | null> {
    const day = now.toISOString().slice(0, 10);
    const month = day.slice(0, 7);
    await this.database.query(
      ctx,
      `INSERT INTO kudos.credit_batch (month, day, counted_from, counted_until)
       SELECT $1, $2::date, coalesce(before.counted_until, $3), greatest(coalesce(before.counted_until, $3), $4)
       FROM (SELECT max(counted_until) AS counted_until FROM kudos.credit_batch
             WHERE month = to_char(($1 || '-01')::date - 1, 'YYYY-MM')) AS before
       ON CONFLICT (month) DO NOTHING`,
      [month, day, now, settled],
    );
    const [batch] = await this.database.query<CreditBatch>(
      ctx,
      `SELECT month, day::text, counted_from AS "from", counted_until AS until
       FROM kudos.credit_batch WHERE month = $1 AND NOT done`,
      [month],
    );
    return batch ?? null;
  }

  /** @returns thanks for personas in public boards that still stand, by persona id */
  async thanked(ctx: RequestContext, { from, until }: CreditBatch): Promise<Map<string, number>> {
    const rows = await this.database.query<{ personaId: string; kudos: number }>(
      ctx,
      `SELECT p.author_id AS "personaId", count(*)::int AS kudos
       FROM kudos.kudo k JOIN forum.post p ON p.id = k.post_id
         JOIN pseudonyms.pseudonym a ON a.id = p.author_id AND a.kind = 'persona'
         JOIN forum.thread t ON t.id = p.thread_id JOIN forum.board b ON b.id = t.board_id
       WHERE k.given_at >= $1 AND k.given_at < $2 AND ${PUBLIC_POST_SQL}
       GROUP BY p.author_id ORDER BY p.author_id`,
      [from, until],
    );
    return new Map(rows.map(({ personaId, kudos }) => [personaId, kudos]));
  }

  /** Ends a batch. Safe to repeat. */
  async finish(
    tx: RequestContext,
    { month, day }: CreditBatch,
    credits: readonly MemberCredit[],
  ): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO kudos.member_credit (member_id, day, kudos)
       SELECT m.id, $2::date, credit.kudos FROM unnest($1::uuid[], $3::int[]) AS credit (member_id, kudos)
       JOIN pseudonyms.pseudonym m ON m.id = credit.member_id AND m.deleted_at IS NULL
       ON CONFLICT (member_id, day) DO NOTHING`,
      [credits.map(({ memberId }) => memberId), day, credits.map(({ kudos }) => kudos)],
    );
    await this.database.query(tx, 'UPDATE kudos.credit_batch SET done = true WHERE month = $1', [month]);
  }
}
