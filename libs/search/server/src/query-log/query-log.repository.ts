import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { SEARCH_LIMITS } from '../search.limits.js';
import { alikeSql } from './alike.js';

/** One visitor's search on one day. */
export interface LoggedSearch {
  /** Masked, see `KeptWords`. */
  readonly words: string;
  /** `2026-11-22` in UTC. */
  readonly day: string;
  /** Of the visitor, see `VisitorMarks`. */
  readonly mark: Buffer;
}

/** The cluster of the words in `asked`. */
const CLUSTER = alikeSql('search.query_cluster', 'id', 'asked.stems');
/** What tells that a visitor has searched for this on this day; the cluster stands in it, so that other spellings do not count again. */
const digest = (mark: string, cluster: string): string => `sha256(${mark}::bytea || uuid_send(${cluster}))`;

/** All SQL about what is kept of searches: counts by day, and for one day who was counted already. */
@Injectable()
export class QueryLogRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns the key of a day: the one that is there, for every instance the same */
  async keyOf(ctx: RequestContext, day: string, fresh: Buffer): Promise<Buffer> {
    const [row] = await this.database.query<{ key: Buffer }>(
      ctx,
      `INSERT INTO search.query_visit_key (day, key) VALUES ($1, $2)
       ON CONFLICT (day) DO UPDATE SET day = excluded.day RETURNING key`,
      [day, fresh],
    );
    return row!.key;
  }

  /**
   * Counts a search, unless the visitor was counted on this day for the same or nearly the same words.
   * @param newId   of a cluster, where these are the first words of their kind
   * @param isFound whether anything was shown that could be opened and holds all words
   */
  async count(
    ctx: RequestContext,
    { words, day, mark }: LoggedSearch,
    { newId, isFound }: { newId: string; isFound: boolean },
  ): Promise<void> {
    // A cluster that the night takes away at this moment is made anew: the lock sees that it is gone.
    await this.database.query(
      ctx,
      `WITH asked AS MATERIALIZED (SELECT search.fold($1) AS words, search.stems_of($1) AS stems),
       known AS MATERIALIZED (
         SELECT c.id FROM search.query_cluster c WHERE c.id = (SELECT ${CLUSTER} FROM asked) FOR KEY SHARE),
       made AS (
         INSERT INTO search.query_cluster (id, stems) SELECT $4::uuid, stems FROM asked WHERE NOT EXISTS (SELECT FROM known)
         ON CONFLICT (stems) DO NOTHING RETURNING id),
       cluster AS (SELECT id FROM known UNION ALL SELECT id FROM made),
       visit AS (
         INSERT INTO search.query_visit (digest, cluster_id, day, words, may_be_opened)
         SELECT ${digest('$3', 'cluster.id')}, cluster.id, $2::date, asked.words, $5::boolean FROM cluster, asked
         ON CONFLICT (digest) DO NOTHING RETURNING cluster_id, day, words)
       INSERT INTO search.query_day AS d (cluster_id, day, words, missed, found, opened)
       SELECT cluster_id, day, words, (NOT $5::boolean)::int, $5::boolean::int, 0 FROM visit
       ON CONFLICT (cluster_id, day, words) DO UPDATE
       SET missed = d.missed + excluded.missed, found = d.found + excluded.found`,
      [words, day, mark, newId, isFound],
    );
  }

  /** Notes that a search, if it was counted, led somewhere; once. */
  async noteOpened(ctx: RequestContext, { words, mark }: LoggedSearch): Promise<void> {
    await this.database.query(
      ctx,
      `WITH asked AS MATERIALIZED (SELECT search.stems_of($1) AS stems),
       visit AS (
         UPDATE search.query_visit v SET may_be_opened = false
         WHERE v.may_be_opened AND v.digest = (SELECT ${digest('$2', CLUSTER)} FROM asked)
         RETURNING v.cluster_id, v.day, v.words)
       UPDATE search.query_day d SET opened = d.opened + 1 FROM visit
       WHERE d.cluster_id = visit.cluster_id AND d.day = visit.day AND d.words = visit.words AND d.opened < d.found`,
      [words, mark],
    );
  }

  /** Forgets who was counted before today, and counts that have grown old, with their words. @param today in UTC */
  async forget(tx: RequestContext, today: string): Promise<void> {
    for (const table of ['query_visit', 'query_visit_key'])
      await this.database.query(tx, `DELETE FROM search.${table} WHERE day < $1`, [today]);
    await this.database.query(tx, 'DELETE FROM search.query_day WHERE day <= $1::date - $2::int', [
      today,
      SEARCH_LIMITS.loggedDays,
    ]);
    await this.database.query(
      tx,
      `DELETE FROM search.query_cluster c
       WHERE NOT EXISTS (SELECT FROM search.query_day d WHERE d.cluster_id = c.id)`,
    );
  }
}
