import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What a *Nein* can be about; `no` gives no reason. */
export const HELPED_ANSWERS = ['yes', 'no', 'incomplete', 'unclear', 'outdated', 'wrong'] as const;
export type HelpedAnswer = (typeof HELPED_ANSWERS)[number];

/** How often each answer was given. */
export type HelpedCounts = Readonly<Record<HelpedAnswer, number>>;

/** What readers answered to *Hat das geholfen?*, one row per post, day and answer. */
@Injectable()
export class HelpedRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @param day the day alone, as `2026-11-21` */
  async count(tx: RequestContext, postId: string, day: string, answer: HelpedAnswer): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO kudos.helped_day AS d (post_id, day, answer, count) VALUES ($1, $2, $3, 1)
       ON CONFLICT (post_id, day, answer) DO UPDATE SET count = d.count + 1`,
      [postId, day, answer],
    );
  }

  /** Over all days, by post uuid; a post nobody answered about is absent. One statement for many posts. */
  async totals(ctx: RequestContext, postIds: readonly string[]): Promise<Map<string, HelpedCounts>> {
    const rows = await this.database.query<{ postId: string; counts: Partial<HelpedCounts> }>(
      ctx,
      `SELECT post_id AS "postId", json_object_agg(answer, total) AS counts
       FROM (SELECT post_id, answer, sum(count)::int AS total FROM kudos.helped_day
             WHERE post_id = ANY($1) GROUP BY post_id, answer) AS summed
       GROUP BY post_id`,
      [postIds],
    );
    return new Map(rows.map(({ postId, counts }) => [postId, { ...NO_ANSWERS, ...counts }]));
  }
}

/** Of a post nobody has answered about. */
export const NO_ANSWERS: HelpedCounts = { yes: 0, no: 0, incomplete: 0, unclear: 0, outdated: 0, wrong: 0 };
