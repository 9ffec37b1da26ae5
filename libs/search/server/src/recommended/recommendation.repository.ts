import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { alikeSql } from '../query-log/alike.js';

/** Where a recommendation leads: a thread by its key, or the page of another ready answer, without language prefix. */
export type RecommendedTarget =
  | { readonly threadId: string; readonly answerPath: null }
  | { readonly threadId: null; readonly answerPath: string };

/** What staff recommends to whoever searches for these words. */
export type Recommendation = RecommendedTarget & { readonly id: string; readonly words: string };

const COLUMNS = 'r.id, r.words, r.thread_id AS "threadId", r.answer_path AS "answerPath"';

/** All SQL about recommended answers. */
@Injectable()
export class RecommendationRepository {
  constructor(private readonly database: AppDatabase) {}

  all(ctx: RequestContext): Promise<Recommendation[]> {
    return this.database.query(ctx, `SELECT ${COLUMNS} FROM search.recommendation r ORDER BY r.words, r.id`);
  }

  /** @param words of a search: other forms, another order and near spellings mean the same */
  async findFor(ctx: RequestContext, words: string): Promise<Recommendation | null> {
    const [row] = await this.database.query<Recommendation>(
      ctx,
      `WITH asked AS MATERIALIZED (SELECT search.stems_of($1) AS stems)
       SELECT ${COLUMNS} FROM search.recommendation r
       WHERE r.id = (SELECT ${alikeSql('search.recommendation', 'id', 'asked.stems')} FROM asked)`,
      [words],
    );
    return row ?? null;
  }

  /** @returns what is recommended for these stems now: what was there already stays */
  async add(
    tx: RequestContext,
    stems: string,
    { id, words, threadId, answerPath }: Recommendation,
  ): Promise<Recommendation> {
    const [row] = await this.database.query<Recommendation>(
      tx,
      `INSERT INTO search.recommendation AS r (stems, id, words, thread_id, answer_path) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (stems) DO UPDATE SET words = r.words RETURNING ${COLUMNS}`,
      [stems, id, words, threadId, answerPath],
    );
    return row!;
  }

  async remove(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'DELETE FROM search.recommendation WHERE id::text = $1', [id]);
  }
}
