import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { KudosSummary } from '../storage/kudos.repository.js';

/** What of the blog can be thanked for; also the name of its table and column. */
export type BlogSubject = 'article' | 'comment';

/** All SQL about kudos of the blog. They are few enough to be counted when they are read. */
@Injectable()
export class ArticleKudosRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns false when it was given already */
  async give(
    tx: RequestContext,
    subject: BlogSubject,
    id: string,
    giverId: string,
    at: Date,
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO kudos.${subject}_kudo (${subject}_id, giver_id, given_at) VALUES ($1, $2, $3)
       ON CONFLICT (${subject}_id, giver_id) DO NOTHING RETURNING 1`,
      [id, giverId, at],
    );
    return rows.length > 0;
  }

  /** @returns false when there was none */
  async withdraw(tx: RequestContext, subject: BlogSubject, id: string, giverId: string): Promise<boolean> {
    const [rows] = await this.database.query<unknown[]>(
      tx,
      `DELETE FROM kudos.${subject}_kudo WHERE ${subject}_id = $1 AND giver_id = $2 RETURNING 1`,
      [id, giverId],
    );
    return rows!.length > 0;
  }

  /**
   * Kudos of many articles or comments, in one statement. One without kudos is absent.
   * @param viewerId member who looks; null for visitors
   */
  async summaries(
    ctx: RequestContext,
    subject: BlogSubject,
    ids: readonly string[],
    viewerId: string | null,
  ): Promise<Map<string, KudosSummary>> {
    const rows = await this.database.query<KudosSummary & { id: string }>(
      ctx,
      `SELECT ${subject}_id AS id, count(*)::int AS count, coalesce(bool_or(giver_id = $2), false) AS "givenByViewer"
       FROM kudos.${subject}_kudo WHERE ${subject}_id = ANY($1) GROUP BY ${subject}_id`,
      [ids, viewerId],
    );
    return new Map(rows.map(({ id, ...summary }) => [id, summary]));
  }
}
