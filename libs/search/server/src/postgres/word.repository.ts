import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';
import { FrequencyRepository } from './frequency.repository.js';
import { toStored } from './stored-text.js';

/** A term with everything it is searched by. */
export interface ExpandedTerm {
  /** Text form of a `tsquery`, made by PostgreSQL: the word as it was typed and its stems; empty where nothing can be found by it. */
  readonly own: string;
  /** The same of what stands in for it: words that contain it, and likely spellings. */
  readonly near: string;
  /** Text form of the `tsquery` of its stem in either language. */
  readonly german: string;
  readonly english: string;
  /** In how many readable posts the term stands, and what stands in for it, as they were last counted. */
  readonly ownPosts: number;
  readonly nearPosts: number;
  /** False for words that stand in every text; they count only where nothing else was asked. */
  readonly matters: boolean;
  /** Spelling that is probably meant, where no readable post holds the term. */
  readonly correction: string | null;
}

/** Least trigram similarity of a correction: below it, Köln becomes another town. */
const LEAST_LIKENESS = 0.45;
/** A correction in many posts is likelier than one in a single post, which may be a slip itself; counted this far. */
const COUNTED_POSTS = 20;
/** Words that contain a term and are searched along with it, shortest first. */
const COMPOUNDS = 30;
/** Parts of words that are shorter stand in too many others: port, support, export. */
const SHORTEST_PART = 5;
const SHORTEST_TYPO = 4;

/** Whether a text holds more than words that stand in every text of either language. @param text SQL of it */
export const mattersSql = (text: string): string =>
  `numnode(plainto_tsquery('pg_catalog.german', ${text})) > 0 AND numnode(plainto_tsquery('pg_catalog.english', ${text})) > 0`;

/**
 * A word counts only where a board that the viewer may read holds it: corrections must not tell of hidden posts. `$1` are
 * these boards; then come the terms, each a row of its own: of an array the server does not know how many it brings, and
 * it would plan anew for every search, which costs four times as much as the search.
 */
const expandSql = (terms: number): string => `
  WITH term AS MATERIALIZED (
    SELECT t.position, t.text, t.is_phrase, search.fold(t.text) AS word,
           NOT t.is_phrase AND t.text ~ '^[[:alpha:]]{3,40}$' AS is_word,
           ${mattersSql('t.text')} AS matters
    FROM (VALUES ${rowsOf(terms)}) AS t (text, is_phrase, position)),
  spelled AS MATERIALIZED (
    SELECT term.*, rewritten.word AS rewritten,
           rewritten.word IS NOT NULL
             OR EXISTS (SELECT FROM search.word w WHERE w.word = term.word AND w.boards && $1) AS is_known
    FROM term LEFT JOIN LATERAL (
      SELECT w.word FROM search.word w
      WHERE term.is_word AND term.word ~ '[aou]e' AND w.boards && $1
        AND w.word = replace(replace(replace(term.word, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
      LIMIT 1) AS rewritten ON true)
  SELECT s.matters, typed.own::text, near.forms::text AS near, corrected.spelling AS correction,
         coalesce(nullif(plainto_tsquery('search.german', coalesce(s.rewritten, s.text)), ''), typed.own)::text AS german,
         coalesce(nullif(plainto_tsquery('search.english', coalesce(s.rewritten, s.text)), ''), typed.own)::text AS english,
         search.posts_with(s.text, $1) + coalesce(search.posts_with(s.rewritten, $1), 0) AS "ownPosts",
         coalesce(compound.posts, 0) + coalesce(corrected.posts, 0) AS "nearPosts"
  FROM spelled s
  CROSS JOIN LATERAL (
    SELECT CASE WHEN s.is_phrase THEN phraseto_tsquery('search.plain', s.text) ELSE search.forms_of(s.text) END
             || coalesce(search.forms_of(s.rewritten), '') AS own) AS typed
  LEFT JOIN LATERAL (
    SELECT search.any_of(search.forms_of(longer.word)) AS forms, sum(search.posts_with(longer.word, $1))::int AS posts
    FROM (
      SELECT w.word FROM search.word w
      WHERE s.is_word AND length(s.word) >= ${SHORTEST_PART}
        AND w.word LIKE '%' || s.word || '%' AND w.word <> s.word AND w.boards && $1
      GROUP BY w.word ORDER BY length(w.word), w.word LIMIT ${COMPOUNDS}) AS longer) AS compound ON true
  LEFT JOIN LATERAL (
    SELECT search.any_of(search.forms_of(likely.word)) AS forms, sum(search.posts_with(likely.word, $1))::int AS posts,
           min(likely.spelling) FILTER (WHERE likely.place = 1) AS spelling
    FROM (
      SELECT near.word, near.spelling,
             row_number() OVER (ORDER BY near.likeness * (1 + 0.1 * ln(held.posts)) DESC, near.word) AS place
      FROM (
        SELECT w.word, (array_agg(w.spelling ORDER BY w.spelling = w.word, w.spelling))[1] AS spelling,
               similarity(w.word, s.word) AS likeness
        FROM search.word w
        WHERE s.is_word AND NOT s.is_known AND compound.forms IS NULL AND length(s.word) >= ${SHORTEST_TYPO}
          AND w.word % s.word AND w.boards && $1 AND similarity(w.word, s.word) >= ${LEAST_LIKENESS}
        GROUP BY w.word ORDER BY likeness DESC, w.word LIMIT 5) AS near,
      LATERAL (
        SELECT count(*) AS posts FROM (
          SELECT FROM search.document d
          WHERE d.lexemes @@ plainto_tsquery('search.plain', near.word) AND d.board_id = ANY($1)
          LIMIT ${COUNTED_POSTS}) AS few) AS held
      WHERE held.posts > 0) AS likely
    WHERE likely.place <= 2) AS corrected ON true
  CROSS JOIN LATERAL (SELECT coalesce(corrected.forms, '') || coalesce(compound.forms, '') AS forms) AS near
  ORDER BY s.position`;

/** @returns rows of text, whether it is a phrase, and position, with parameters from `$2` on */
const rowsOf = (terms: number): string =>
  Array.from(
    { length: terms },
    (_, index) => `($${2 * index + 2}::text, $${2 * index + 3}::boolean, ${index + 1})`,
  ).join(', ');

/** A spelling in small letters, and a board in which it stands. */
export type WordPlace = readonly [spelling: string, boardId: string];

const columnsOf = (words: readonly WordPlace[]): [spellings: string[], boardIds: string[]] => [
  words.map(([spelling]) => spelling),
  words.map(([, boardId]) => boardId),
];

/** The vocabulary of all posts: every spelling that stands in one, and the boards in which it does. */
@Injectable()
export class WordRepository {
  constructor(
    private readonly database: AppDatabase,
    private readonly frequencies: FrequencyRepository,
  ) {}

  /**
   * @param terms    at least one
   * @param boardIds boards the viewer may read
   */
  expand(
    ctx: RequestContext,
    terms: readonly SearchTerm[],
    boardIds: readonly string[],
  ): Promise<ExpandedTerm[]> {
    return this.database.query(ctx, expandSql(terms.length), [
      boardIds,
      ...terms.flatMap(({ text, isPhrase }) => [toStored(text), isPhrase]),
    ]);
  }

  /**
   * Learns the words of documents as they are now, and forgets those of what they were before, as far as no document of the
   * board holds them any more: a word that only a hidden post held must not be known to the search either.
   * @param tx     of the documents, which are written already; a transaction that calls twice begins with what it takes away
   * @param before pairs of a spelling in small letters and a board in which it stood
   */
  async replace(
    tx: RequestContext,
    before: readonly WordPlace[],
    after: readonly WordPlace[],
  ): Promise<void> {
    // Whoever only learns need not wait for others who do; who forgets looks when all of them are done.
    const lock = before.length > 0 ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    await this.database.query(tx, `SELECT ${lock}(hashtextextended('search.word', 0))`);
    if (after.length > 0) await this.learn(tx, after);
    const standing = new Set(after.map((place) => place.join(' ')));
    const gone = before.filter((place) => !standing.has(place.join(' ')));
    if (gone.length === 0) return;
    await this.forgetIn(tx, gone);
    await this.frequencies.forget(tx, ...columnsOf(gone));
  }

  /**
   * In one statement and in the order of the words, so that two writers never wait for each other in a circle. A word that
   * is known in its boards already costs one look-up.
   */
  private async learn(tx: RequestContext, words: readonly WordPlace[]): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO search.word (spelling, boards)
       SELECT fresh.spelling, array_agg(DISTINCT fresh.board) FROM unnest($1::text[], $2::uuid[]) AS fresh (spelling, board)
       WHERE NOT EXISTS (
         SELECT FROM search.word w WHERE w.spelling = fresh.spelling AND w.boards @> ARRAY[fresh.board])
       GROUP BY fresh.spelling ORDER BY fresh.spelling
       ON CONFLICT (spelling) DO UPDATE SET boards = ARRAY(SELECT unnest(word.boards) UNION SELECT unnest(excluded.boards))`,
      columnsOf(words),
    );
  }

  private async forgetIn(tx: RequestContext, words: readonly WordPlace[]): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE search.word w SET boards = ARRAY(SELECT unnest(w.boards) EXCEPT SELECT unnest(gone.boards))
       FROM (SELECT place.spelling, array_agg(place.board) AS boards
             FROM unnest($1::text[], $2::uuid[]) AS place (spelling, board)
             WHERE NOT EXISTS (
               SELECT FROM search.document d
               WHERE d.board_id = place.board AND d.lexemes @@ plainto_tsquery('search.plain', place.spelling))
             GROUP BY place.spelling) AS gone
       WHERE w.spelling = gone.spelling`,
      columnsOf(words),
    );
    await this.database.query(tx, `DELETE FROM search.word WHERE spelling = ANY($1) AND boards = '{}'`, [
      words.map(([spelling]) => spelling),
    ]);
  }

  /** Forgets these words, and those in which a pattern occurs, as far as no document holds them any more. */
  async forget(tx: RequestContext, words: readonly string[], pattern: string): Promise<void> {
    await this.database.query(
      tx,
      `DELETE FROM search.word w WHERE (w.word = ANY(SELECT search.fold(word) FROM unnest($1::text[]) AS word) OR w.spelling ~* $2)
         AND NOT EXISTS (
           SELECT FROM search.document d WHERE d.lexemes @@ plainto_tsquery('search.plain', w.spelling))`,
      [words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter(Boolean), pattern],
    );
  }

  async forgetAll(ctx: RequestContext): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.word');
  }
}
