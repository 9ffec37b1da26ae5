import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';
import { expansionSql } from './expansion-sql.js';
import { FrequencyRepository } from './frequency.repository.js';
import { toStored } from './stored-text.js';

/** A term with everything it is searched by. */
export interface ExpandedTerm {
  /** Text form of a `tsquery`, made by PostgreSQL: the word as it was typed, its stems and likely spellings; may be empty. */
  readonly own: string;
  /** The same of what stands in for it: words that contain it, the parts of which it is made, and synonyms. */
  readonly near: string;
  /** Text form of the `tsquery` of the word itself, or that of the likeliest spelling, and of its stem in either language. */
  readonly plain: string;
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
    return this.database.query(ctx, expansionSql(terms.length), [
      boardIds,
      ...terms.flatMap(({ text, isPhrase, alternatives = [] }) => [
        toStored(text),
        isPhrase,
        alternatives.map(toStored),
      ]),
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
