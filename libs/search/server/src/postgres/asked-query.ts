/**
 * SQL of one row whose `query` is the `tsquery` of a search: all terms have to be held, each in any form or by what means the same.
 * @param terms SQL of JSON: an array of `SearchTerm`
 */
export const askedQuerySql = (terms: string): string => `
  SELECT string_agg('(' || part.query::text || ')', ' & ')::tsquery AS query
  FROM (SELECT CASE WHEN term."isPhrase" THEN phraseto_tsquery('search.plain', term.text)
                    ELSE search.forms_of(term.text) END || coalesce(same.forms, '') AS query
        FROM json_to_recordset(${terms}) AS term(text text, "isPhrase" boolean, alternatives text[])
        CROSS JOIN LATERAL (
          SELECT search.any_of(search.phrase_forms(word)) AS forms FROM unnest(term.alternatives) AS word) AS same) AS part
  WHERE part.query::text <> ''`;
