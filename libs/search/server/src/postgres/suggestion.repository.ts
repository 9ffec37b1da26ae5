import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { EngineTyping } from '../engine/search-engine.js';
import { toStoredTerms } from './stored-text.js';
import { typedQuerySql } from './typed-query.js';

/** Threads whose title holds the words, the newest of them, and posts, which are looked at only where titles are too few. */
const RANKED = { titles: 150, posts: 100 };

/** Solved threads come before others that match as well, and what many share a little earlier, as in searches. */
const WORTH = `CASE WHEN d.thread_state = 'solved' THEN 1.5 ELSE 1 END
  * (1 + 0.02 * least(10, ln(1 + d.same_problems::float8) / ln(2::float8)))`;

/** SQL of where the newest posts of some boards lie that hold what is typed. @param boards SQL of their keys */
const newestHitsSql = (inTitles: boolean, boards: string, most: number): string =>
  `search.newest_hits(match, ${inTitles}, since, ${boards}::uuid[], NULL, NULL, NULL, NULL, NULL, ${most})`;

/** Without marks, corrections and the whole ranking of a search: this is asked after every few letters. */
const SUGGEST = `
  WITH typed AS MATERIALIZED (SELECT match, search.looked_at_first() AS since FROM (${typedQuerySql('$1::json')}) AS query),
  titled AS MATERIALIZED (
    SELECT d.thread_id, d.created_at, ts_rank(d.title_lexemes, (SELECT match FROM typed), 1) * ${WORTH} AS score
    FROM search.document d
    WHERE d.ctid = ANY (ARRAY(SELECT ${newestHitsSql(true, '$2', RANKED.titles)} FROM typed))),
  written AS MATERIALIZED (
    SELECT d.thread_id, d.created_at, ts_rank(d.lexemes, (SELECT match FROM typed), 1) * ${WORTH} AS score
    FROM search.document d
    WHERE d.ctid = ANY (ARRAY(
      SELECT ${newestHitsSql(false, '$2', RANKED.posts)} FROM typed WHERE (SELECT count(*) FROM titled) < $3)))
  SELECT thread_id AS id
  FROM (SELECT *, true AS is_titled FROM titled UNION ALL SELECT *, false FROM written) AS found
  GROUP BY thread_id
  ORDER BY bool_or(is_titled) DESC, max(score) DESC, max(created_at) DESC, thread_id
  LIMIT $3`;

/** All SQL that finds threads by the beginning of what somebody types. */
@Injectable()
export class SuggestionRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns keys of threads, the best first; one statement */
  async threads(ctx: RequestContext, { terms, boardIds, limit }: EngineTyping): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(ctx, SUGGEST, [
      toStoredTerms(terms),
      boardIds,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }
}
