import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { LIVING_MEMBER_SQL } from '@kundig/pseudonyms/server';
import { mattersSql } from '../postgres/expansion-sql.js';
import type { SearchTerm } from '../query/parse-query.js';
import { NAME_LIMITS } from './name-search.js';

/** What is looked for, as far as SQL needs it. */
export interface NameQuery {
  /** Words a board has to hold. */
  readonly terms: readonly SearchTerm[];
  /** The words as one name; null where nobody can be called so. */
  readonly name: string | null;
  /** Boards the viewer knows of, in display order; no other is looked at. */
  readonly knownBoardIds: readonly string[];
  readonly mayBeMisspelt: boolean;
}

/** A word of the text begins like the term or its stem, or holds the term where that is long enough. */
const heldBy = (text: string) => `(strpos(${text}, ' ' || term.form) > 0
  OR EXISTS (SELECT FROM unnest(term.stems) AS stem WHERE strpos(${text}, ' ' || stem) > 0)
  OR length(term.form) >= ${NAME_LIMITS.shortestPart} AND strpos(${text}, term.form) > 0)`;

/** Stems of a single word in either language; what is taken apart, such as `SIP-Trunk`, has none as a whole. */
const STEMS = `ARRAY(
  SELECT search.name_form(lexeme)
  FROM (VALUES (to_tsvector('search.german', t.text)), (to_tsvector('search.english', t.text))) AS stemmed (lexemes)
  CROSS JOIN unnest(tsvector_to_array(lexemes)) AS lexeme
  WHERE length(lexemes) = 1 AND NOT t.is_phrase)`;

/**
 * Boards that hold all the words in name or description, those that are called so first. The words of the query are stemmed,
 * not those of the boards: a stem begins its inflected forms, and one query is shorter than all descriptions.
 */
const BOARDS = `
  WITH board AS MATERIALIZED (
    SELECT b.id, known.place,
           ' ' || search.name_form(concat_ws(' ', b.name_de, b.name_en)) AS name,
           ' ' || search.name_form(concat_ws(' ', b.description_de, b.description_en)) AS description
    FROM unnest($3::uuid[]) WITH ORDINALITY AS known (id, place) JOIN forum.board b ON b.id = known.id),
  term AS MATERIALIZED (
    SELECT search.name_form(t.text) AS form, ${STEMS} AS stems
    FROM unnest($1::text[], $2::boolean[]) AS t (text, is_phrase) WHERE ${mattersSql('t.text')}),
  met AS (
    SELECT board.id, board.place, ${heldBy('board.name')} AS is_called_so,
           ${heldBy('board.description')} OR $4 AND length(term.form) >= ${NAME_LIMITS.shortestTypo}
             AND strict_word_similarity(term.form, board.name) >= ${NAME_LIMITS.leastLikeness} AS is_about
    FROM board CROSS JOIN term)
  SELECT id, row_number() OVER (ORDER BY count(*) FILTER (WHERE is_called_so) DESC, met.place) AS place
  FROM met GROUP BY id, met.place HAVING bool_and(is_called_so OR is_about)
  ORDER BY place LIMIT ${NAME_LIMITS.shown}`;

const ASKED = 'search.name_form($5)';
const BEGINNING = String.raw`regexp_replace(${ASKED}, '([\\%_])', '\\\1', 'g') || '%'`;
const NICKNAME = 'search.name_form(p.name::text)';
const REAL_NAME = 'search.name_form(s.real_name)';
/** A sentence is like no nickname, and finding that out would cost as much as a name. */
const IS_ONE_WORD = `strpos($5, ' ') = 0`;
const isLike = (name: string) => `$4 AND length($5) >= ${NAME_LIMITS.shortestTypo}
  AND ${name} % ${ASKED} AND similarity(${name}, ${ASKED}) >= ${NAME_LIMITS.leastLikeness}`;

/**
 * Nicknames by the index over their letters; of real names, which only the few staff have, any word may begin so. Personas
 * are no members. Suspensions change nothing: their pages stay, and who is not found would be known for suspended.
 */
const MEMBERS = `
  SELECT named.id, row_number() OVER (
    ORDER BY bool_or(named.name = ${ASKED}) DESC, bool_or(named.begins) DESC,
             max(similarity(named.name, ${ASKED})) DESC, min(named.name), named.id) AS place
  FROM (
    SELECT p.id, ${NICKNAME} AS name, ${NICKNAME} LIKE ${BEGINNING} AS begins
    FROM pseudonyms.pseudonym p
    WHERE ${LIVING_MEMBER_SQL} AND (${NICKNAME} LIKE ${BEGINNING} OR ${IS_ONE_WORD} AND ${isLike(NICKNAME)})
    UNION ALL
    SELECT p.id, ${REAL_NAME}, ' ' || ${REAL_NAME} LIKE '% ' || ${BEGINNING}
    FROM pseudonyms.staff_profile s JOIN pseudonyms.pseudonym p ON p.id = s.member_id
    WHERE ${LIVING_MEMBER_SQL} AND (' ' || ${REAL_NAME} LIKE '% ' || ${BEGINNING} OR ${isLike(REAL_NAME)})) AS named
  GROUP BY named.id
  ORDER BY place LIMIT ${NAME_LIMITS.shown}`;

/** All SQL that finds boards by what is said about them, and members by what they are called. */
@Injectable()
export class NameRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns keys of boards and of members' pseudonyms, the best of each first; one statement */
  async find(
    ctx: RequestContext,
    { terms, name, knownBoardIds, mayBeMisspelt }: NameQuery,
  ): Promise<{ boardIds: string[]; memberIds: string[] }> {
    const [found] = await this.database.query<{ boardIds: string[]; memberIds: string[] }>(
      ctx,
      `SELECT ARRAY(SELECT id FROM (${BOARDS}) AS board ORDER BY place) AS "boardIds",
              ARRAY(SELECT id FROM (${MEMBERS}) AS member ORDER BY place) AS "memberIds"`,
      [
        terms.map(({ text }) => text),
        terms.map(({ isPhrase }) => isPhrase),
        knownBoardIds,
        mayBeMisspelt,
        name,
      ],
    );
    return found!;
  }
}
