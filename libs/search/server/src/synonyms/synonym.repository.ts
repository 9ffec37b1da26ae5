import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** Words as staff wrote them. */
export interface SynonymWords {
  /** Of a one-way group the first is the operator's, the others are what customers say. */
  readonly words: readonly string[];
  /** Who searches for one of the others finds the first, too, and not the other way round. */
  readonly oneWay: boolean;
}

export interface SynonymGroup extends SynonymWords {
  readonly id: string;
  /** Raised by every save. */
  readonly revision: number;
}

/** Words of a query that follow each other. */
export interface Run {
  /** Number of the query, where several are looked at. */
  readonly query: number;
  /** Positions of the first and the last term. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What means the same as a run of words. */
export interface Alternatives extends Omit<Run, 'text'> {
  readonly words: readonly string[];
}

/** A group as it would be, in place of what is stored of it. */
export interface SynonymDraft extends SynonymWords {
  /** Null for a new one. */
  readonly id: string | null;
}

/** Groups are counted under this lock. */
const COUNTED = `SELECT pg_advisory_xact_lock(hashtextextended('search.synonym_group', 0))`;

/** All SQL about synonyms. */
@Injectable()
export class SynonymRepository {
  constructor(private readonly database: AppDatabase) {}

  /** All of them, by their first word. */
  all(ctx: RequestContext): Promise<SynonymGroup[]> {
    return this.database.query(
      ctx,
      `SELECT g.id, g.is_one_way AS "oneWay", g.revision, array_agg(s.word ORDER BY s.place) AS words
       FROM search.synonym_group g JOIN search.synonym s ON s.group_id = g.id
       GROUP BY g.id ORDER BY min(s.word) FILTER (WHERE s.place = 1), g.id`,
    );
  }

  /**
   * Finds what means the same as words of a query, in whatever form they are.
   * @param draft stands in for the stored group it replaces
   */
  async alternatives(
    ctx: RequestContext,
    runs: readonly Run[],
    draft: SynonymDraft | null = null,
  ): Promise<Alternatives[]> {
    const stored = `SELECT s.group_id, s.place::int, s.word, s.stems, g.is_one_way
                    FROM search.synonym s JOIN search.synonym_group g ON g.id = s.group_id`;
    const drafted = `SELECT NULL::uuid, w.place::int, w.word, search.stems_of(w.word), $3::boolean
                     FROM unnest($2::text[]) WITH ORDINALITY AS w (word, place)`;
    const [entries, parameters] = draft
      ? [
          `${stored} WHERE s.group_id::text IS DISTINCT FROM $4::text UNION ALL ${drafted}`,
          [draft.words, draft.oneWay, draft.id],
        ]
      : [stored, []];
    return this.database.query(
      ctx,
      `WITH run AS MATERIALIZED (
         SELECT r.query, r."from", r."to", search.stems_of(r.text) AS stems
         FROM json_to_recordset($1::json) AS r (query int, "from" int, "to" int, text text)),
       entry AS (${entries})
       SELECT run.query, run."from", run."to", array_agg(DISTINCT other.word ORDER BY other.word) AS words
       FROM run JOIN entry asked ON asked.stems = run.stems
       JOIN entry other ON other.group_id IS NOT DISTINCT FROM asked.group_id AND other.stems <> asked.stems
         AND (NOT asked.is_one_way OR other.place = 1)
       GROUP BY run.query, run."from", run."to" ORDER BY run.query, run."from", run."to"`,
      [JSON.stringify(runs), ...parameters],
    );
  }

  /** @returns those words that are, in another form, among the words before them */
  async repeated(ctx: RequestContext, words: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ word: string }>(
      ctx,
      `SELECT w.word FROM (
         SELECT u.word, u.place, row_number() OVER (PARTITION BY search.stems_of(u.word) ORDER BY u.place) AS time
         FROM unnest($1::text[]) WITH ORDINALITY AS u (word, place)) AS w
       WHERE w.time > 1 ORDER BY w.place`,
      [words],
    );
    return rows.map(({ word }) => word);
  }

  /** @returns how many there are until the transaction ends; it is alone with that number */
  async count(tx: RequestContext): Promise<number> {
    await this.database.query(tx, COUNTED);
    const [row] = await this.database.query<{ count: number }>(
      tx,
      'SELECT count(*)::int AS count FROM search.synonym_group',
    );
    return row!.count;
  }

  /** @returns whether it is new: what was added before under this id stays as it is */
  async add(tx: RequestContext, id: string, group: SynonymWords): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO search.synonym_group (id, is_one_way, revision) VALUES ($1, $2, 1)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, group.oneWay],
    );
    if (rows.length > 0) await this.write(tx, id, group.words);
    return rows.length > 0;
  }

  /** @returns false where the group is gone, or somebody else has saved it since */
  async change(
    tx: RequestContext,
    { id, revision }: Pick<SynonymGroup, 'id' | 'revision'>,
    group: SynonymWords,
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `WITH changed AS (
         UPDATE search.synonym_group SET is_one_way = $3, revision = revision + 1
         WHERE id::text = $1 AND revision = $2 RETURNING id)
       SELECT id FROM changed`,
      [id, revision, group.oneWay],
    );
    if (rows.length === 0) return false;
    await this.database.query(tx, 'DELETE FROM search.synonym WHERE group_id::text = $1', [id]);
    await this.write(tx, id, group.words);
    return true;
  }

  async remove(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'DELETE FROM search.synonym_group WHERE id::text = $1', [id]);
  }

  private async write(tx: RequestContext, id: string, words: readonly string[]): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO search.synonym (group_id, place, word)
       SELECT $1, w.place, w.word FROM unnest($2::text[]) WITH ORDINALITY AS w (word, place)`,
      [id, words],
    );
  }
}
