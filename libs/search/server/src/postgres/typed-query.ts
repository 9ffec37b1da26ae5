import { SUGGESTION_LIMITS } from '../suggestions/suggestion.js';
import { mattersSql } from './expansion-sql.js';

/** The text form of a query ends in its last word, which the mark behind it makes a beginning. @param text SQL of a word */
const prefixSql = (text: string): string =>
  `regexp_replace(plainto_tsquery('search.plain', ${text})::text, '''$', ''':*')::tsquery`;

/** A word as searches find it, and every word that begins with it, umlauts spelled out or not. @param text SQL of a word */
const beginningSql = (text: string): string => `(
  SELECT search.any_of(way.query)
  FROM (VALUES (search.forms_of(${text})), (${prefixSql(text)}), (${prefixSql(`search.name_form(${text})`)})) AS way (query)
  WHERE numnode(way.query) > 0)`;

/**
 * SQL of one row whose `match` is the `tsquery` of what is being typed, null where nothing of it can be found. All the words
 * have to be held, the last of which may be only begun. Words that stand in every text count for nothing, and two letters
 * begin none: half of all titles would have to be read.
 *
 * @param terms SQL of JSON: an array of `SearchTerm`
 */
export const typedQuerySql = (terms: string): string => `
  SELECT string_agg('(' || part.query::text || ')', ' & ')::tsquery AS match
  FROM (
    SELECT CASE WHEN term."isPhrase" THEN phraseto_tsquery('search.plain', term.text)
                WHEN term.position = json_array_length(${terms}) AND length(term.text) >= ${SUGGESTION_LIMITS.beginningMin} THEN ${beginningSql('term.text')}
                ELSE search.forms_of(term.text) || search.forms_of(search.name_form(term.text)) END AS query
    FROM ROWS FROM (json_to_recordset(${terms}) AS (text text, "isPhrase" boolean)) WITH ORDINALITY
      AS term (text, "isPhrase", position)
    WHERE term."isPhrase" OR ${mattersSql('term.text')}) AS part
  WHERE numnode(part.query) > 0`;
