import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { SEARCH_LIMITS } from '../search.limits.js';

export const SEARCH_MARKS = ['done', 'ignored'] as const;
/** What staff says of a search that nobody need look at any more. */
export type SearchMark = (typeof SEARCH_MARKS)[number];

/** Searches for the same thing that led nowhere, together. */
export interface MissedSearch {
  readonly id: string;
  /** As most people put it, in small letters and without accents. */
  readonly words: string;
  /** Other spellings that as many people used as make a search known at all. */
  readonly spellings: readonly string[];
  /** The same in the form in which searches are compared. */
  readonly stems: string;
  /** Searches that found nothing, or nothing that holds all words. */
  readonly missed: number;
  /** Searches that found something of which nothing was opened. */
  readonly unopened: number;
  /** `2026-11-22` in UTC. */
  readonly lastDay: string;
  readonly mark: SearchMark | null;
}

/**
 * Clusters that enough searches led nowhere in. The bound is in the statement, so that no way of asking shows what fewer people
 * have searched for; spellings have to keep it each for themselves.
 */
const KNOWN = `
  SELECT c.id, c.stems, c.mark, sum(d.missed)::int AS missed, sum(d.found - d.opened)::int AS unopened,
         to_char(max(d.day), 'YYYY-MM-DD') AS "lastDay"
  FROM search.query_cluster c JOIN search.query_day d ON d.cluster_id = c.id
  GROUP BY c.id HAVING sum(d.missed + d.found - d.opened) >= ${SEARCH_LIMITS.missedMin}`;

const MISSED = `
  SELECT k.*, spelling.words[1] AS words, coalesce(spelling.words[2:], '{}') AS spellings
  FROM (${KNOWN}) AS k
  CROSS JOIN LATERAL (
    SELECT array_agg(s.words ORDER BY s.place) AS words
    FROM (SELECT d.words, sum(d.missed + d.found - d.opened) AS times,
                 row_number() OVER (ORDER BY sum(d.missed + d.found - d.opened) DESC, d.words) AS place
          FROM search.query_day d WHERE d.cluster_id = k.id GROUP BY d.words) AS s
    WHERE s.place = 1 OR s.times >= ${SEARCH_LIMITS.missedMin}) AS spelling`;

/** All SQL about searches that led nowhere, as staff sees them. */
@Injectable()
export class MissedSearchRepository {
  constructor(private readonly database: AppDatabase) {}

  /** The most frequent ones. @param isOpen those that bear no mark, or those that bear one */
  list(ctx: RequestContext, isOpen: boolean): Promise<MissedSearch[]> {
    return this.database.query(
      ctx,
      `${MISSED} WHERE (k.mark IS NULL) = $1 ORDER BY k.missed + k.unopened DESC, k.id LIMIT $2`,
      [isOpen, SEARCH_LIMITS.missedShown],
    );
  }

  /** Those last searched for, whatever their mark. */
  newest(ctx: RequestContext, first: number): Promise<MissedSearch[]> {
    return this.database.query(
      ctx,
      `${MISSED} ORDER BY k."lastDay" DESC, k.missed + k.unopened DESC, k.id LIMIT $1`,
      [first],
    );
  }

  async find(ctx: RequestContext, id: string): Promise<MissedSearch | null> {
    const [row] = await this.database.query<MissedSearch>(ctx, `${MISSED} WHERE k.id::text = $1`, [id]);
    return row ?? null;
  }

  /** @returns whether there is such a search */
  async mark(ctx: RequestContext, id: string, mark: SearchMark | null): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH marked AS (
         UPDATE search.query_cluster SET mark = $2
         WHERE id IN (SELECT k.id FROM (${KNOWN}) AS k WHERE k.id::text = $1) RETURNING id)
       SELECT id FROM marked`,
      [id, mark],
    );
    return rows.length > 0;
  }
}
