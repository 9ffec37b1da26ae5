/** Least trigram similarity of a correction that is more than a slip or two away: below it, Köln becomes another town. */
const LEAST_LIKENESS = 0.45;
/** A correction in many posts is likelier than one in a single post, which may be a slip itself; counted this far. */
const COUNTED_POSTS = 20;
/** Words that contain a term and are searched along with it, shortest first. */
const COMPOUNDS = 30;
/** Parts that are shorter stand in too many words: port, support, export. */
const SHORTEST_PART = 5;
/** Parts may be a letter shorter where the vocabulary has both of them. */
const SHORTEST_SPLIT = 4;
const SHORTEST_TYPO = 3;
/** From so many letters on two slips in one word are forgiven; shorter words with two are others. */
const TWO_SLIPS = 7;
/** Up to so many letters a slip leaves too few trigrams; then words with the same first letter are looked through. */
const FEW_TRIGRAMS = 7;
/** What German puts between the parts of a compound. */
const LINKS = `'', 's', 'es', 'n', 'en', 'er'`;

/** Whether a text holds more than words that stand in every text of either language. @param text SQL of it */
export const mattersSql = (text: string): string =>
  `numnode(plainto_tsquery('pg_catalog.german', ${text})) > 0 AND numnode(plainto_tsquery('pg_catalog.english', ${text})) > 0`;

/** SQL of whether a board that the viewer may read holds a word. @param word SQL of it */
const isKnown = (word: string): string =>
  `EXISTS (SELECT FROM search.word w WHERE w.word = ${word} AND w.boards && $1)`;

/** Words that contain the term; a short one only at the end of words that begin with another known one: Fest-netz, not sup-port. */
const LONGER = `
    SELECT search.any_of(search.forms_of(longer.word)) AS forms, sum(search.posts_with(longer.word, $1))::int AS posts
    FROM (
      SELECT holding.word FROM (
        SELECT w.word FROM search.word w
        WHERE s.is_word AND length(s.word) >= ${SHORTEST_PART}
          AND w.word LIKE '%' || s.word || '%' AND w.word <> s.word AND w.boards && $1
        UNION
        SELECT whole.word FROM search.word whole CROSS JOIN unnest(ARRAY[${LINKS}]) AS link
        WHERE s.is_word AND s.matters AND length(s.word) BETWEEN ${SHORTEST_SPLIT} AND ${SHORTEST_PART - 1}
          AND whole.word LIKE '%' || s.word AND length(whole.word) >= ${2 * SHORTEST_SPLIT} AND whole.boards && $1
          AND left(whole.word, -length(s.word)) LIKE '%' || link
          AND length(whole.word) - length(s.word || link) >= ${SHORTEST_SPLIT}
          AND ${isKnown('left(whole.word, -length(s.word || link))')}) AS holding
      ORDER BY length(holding.word), holding.word LIMIT ${COMPOUNDS}) AS longer`;

/** The parts of which the term is made: both together, and each alone. Where several cuts are possible, the longest last part counts. */
const PARTS = `
    SELECT search.forms_of(part.first) && search.forms_of(part.last) AS together,
           search.forms_of(part.first) || search.forms_of(part.last) AS alone,
           search.posts_with(part.first, $1) + search.posts_with(part.last, $1) AS posts
    FROM (
      SELECT left(s.word, place - length(link)) AS first, substr(s.word, place + 1) AS last
      FROM generate_series(${SHORTEST_SPLIT}, length(s.word) - ${SHORTEST_SPLIT}) AS place, unnest(ARRAY[${LINKS}]) AS link
      WHERE s.is_word AND place - length(link) >= ${SHORTEST_SPLIT} AND left(s.word, place) LIKE '%' || link) AS part
    WHERE ${isKnown('part.last')} AND ${isKnown('part.first')}
    ORDER BY length(part.last) DESC, part.first DESC LIMIT 1`;

/** What staff has said means the same. */
const SYNONYMS = `
    SELECT search.any_of(search.phrase_forms(a.word)) AS forms, sum(search.posts_with(a.word, $1))::int AS posts
    FROM unnest(s.alternatives) AS a (word) WHERE numnode(search.phrase_forms(a.word)) > 0`;

/** Whether the term may be a slip; each way of looking for what was meant asks, so that none is begun in vain. */
const MAY_BE_SLIP = `s.is_word AND NOT s.is_known AND s.alternatives = '{}' AND longer.forms IS NULL AND parts.together IS NULL
            AND length(s.word) >= ${SHORTEST_TYPO} AND w.boards && $1`;

/** Words that look alike, that begin alike and are about as long, and those in which two letters stand the other way round. */
const CANDIDATES = `
          SELECT w.spelling, w.word FROM search.word w WHERE ${MAY_BE_SLIP} AND w.word % s.word
          UNION
          SELECT w.spelling, w.word FROM search.word w
          WHERE ${MAY_BE_SLIP} AND length(s.word) <= ${FEW_TRIGRAMS} AND left(w.word, 1) = left(s.word, 1)
            AND length(w.word) IN (length(s.word) - 1, length(s.word), length(s.word) + 1)
          UNION
          SELECT w.spelling, w.word FROM search.word w WHERE ${MAY_BE_SLIP} AND w.word = ANY (s.exchanged)`;

/** The likeliest words that were meant: by what looks alike or by slips, whichever says more, and by how many posts hold them. */
const MEANT = `
    SELECT search.any_of(search.forms_of(likely.word)) AS forms, min(likely.word) FILTER (WHERE likely.place = 1) AS word,
           min(likely.spelling) FILTER (WHERE likely.place = 1) AS spelling
    FROM (
      SELECT near.word, near.spelling,
             row_number() OVER (ORDER BY near.likeness * (1 + 0.1 * ln(held.posts)) DESC, near.word) AS place
      FROM (
        SELECT candidate.word,
               (array_agg(candidate.spelling ORDER BY candidate.spelling = candidate.word, candidate.spelling))[1] AS spelling,
               max(alike.likeness + 0.1 * similarity(candidate.word, s.word)) AS likeness
        FROM (${CANDIDATES}) AS candidate
        CROSS JOIN LATERAL (
          SELECT CASE WHEN candidate.word = ANY (s.exchanged) THEN 1
                      ELSE levenshtein_less_equal(candidate.word, s.word, 2) END AS slips) AS far
        CROSS JOIN LATERAL (
          SELECT greatest(
            similarity(candidate.word, s.word),
            CASE WHEN far.slips <= 1 AND length(candidate.word) > ${SHORTEST_TYPO}
                   OR far.slips = 2 AND length(s.word) >= ${TWO_SLIPS}
                 THEN 1 - far.slips::real / length(s.word) END) AS likeness) AS alike
        WHERE alike.likeness >= ${LEAST_LIKENESS}
        GROUP BY candidate.word ORDER BY likeness DESC, candidate.word LIMIT 5) AS near,
      LATERAL (
        SELECT count(*) AS posts FROM (
          SELECT FROM search.document d
          WHERE d.lexemes @@ plainto_tsquery('search.plain', near.word) AND d.board_id = ANY($1)
          LIMIT ${COUNTED_POSTS}) AS few) AS held
      WHERE held.posts > 0) AS likely
    WHERE likely.place <= 2`;

/** @returns rows of text, whether it is a phrase, what means the same, and position, with parameters from `$2` on */
const rowsOf = (terms: number): string =>
  Array.from(
    { length: terms },
    (_, index) =>
      `($${3 * index + 2}::text, $${3 * index + 3}::boolean, $${3 * index + 4}::text[], ${index + 1})`,
  ).join(', ');

/**
 * SQL of the columns of `ExpandedTerm`, a row for each term. A word counts only where a board that the viewer may read holds it:
 * corrections must not tell of hidden posts. `$1` are these boards; then come the terms, each a row of its own: of an array the
 * server does not know how many it brings, and it would plan anew for every search, which costs four times as much as the search.
 */
export const expansionSql = (terms: number): string => `
  WITH term AS MATERIALIZED (
    SELECT t.position, t.text, t.is_phrase, t.alternatives, search.fold(t.text) AS word,
           NOT t.is_phrase AND t.text ~ '^[[:alpha:]]{3,40}$' AS is_word,
           ${mattersSql('t.text')} AS matters
    FROM (VALUES ${rowsOf(terms)}) AS t (text, is_phrase, alternatives, position)),
  spelled AS MATERIALIZED (
    SELECT term.*, rewritten.word AS rewritten, rewritten.word IS NOT NULL OR ${isKnown('term.word')} AS is_known,
           ARRAY(SELECT left(term.word, place - 1) || reverse(substr(term.word, place, 2)) || substr(term.word, place + 2)
                 FROM generate_series(1, length(term.word) - 1) AS place) AS exchanged
    FROM term LEFT JOIN LATERAL (
      SELECT w.word FROM search.word w
      WHERE term.is_word AND term.word ~ '[aou]e' AND w.boards && $1
        AND w.word = replace(replace(replace(term.word, 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
      LIMIT 1) AS rewritten ON true)
  SELECT s.matters, typed.own::text, (stand_in.forms)::text AS near, meant.spelling AS correction,
         plainto_tsquery('search.plain', best.word)::text AS plain,
         coalesce(nullif(plainto_tsquery('search.german', best.word), ''), typed.own)::text AS german,
         coalesce(nullif(plainto_tsquery('search.english', best.word), ''), typed.own)::text AS english,
         search.posts_with(best.word, $1) AS "ownPosts",
         coalesce(longer.posts, 0) + coalesce(parts.posts, 0) + coalesce(synonyms.posts, 0) AS "nearPosts"
  FROM spelled s
  LEFT JOIN LATERAL (${LONGER}) AS longer ON true
  LEFT JOIN LATERAL (${PARTS}) AS parts ON true
  LEFT JOIN LATERAL (${SYNONYMS}) AS synonyms ON true
  LEFT JOIN LATERAL (${MEANT}) AS meant ON true
  CROSS JOIN LATERAL (SELECT coalesce(meant.word, s.rewritten, s.text) AS word) AS best
  CROSS JOIN LATERAL (
    SELECT CASE WHEN s.is_phrase THEN phraseto_tsquery('search.plain', s.text) ELSE search.forms_of(s.text) END
             || coalesce(search.forms_of(s.rewritten), '') || coalesce(meant.forms, '') AS own) AS typed
  CROSS JOIN LATERAL (
    SELECT coalesce(longer.forms, '') || coalesce(CASE WHEN s.is_known THEN parts.together ELSE parts.alone END, '')
             || coalesce(synonyms.forms, '') AS forms)
    AS stand_in
  ORDER BY s.position`;
