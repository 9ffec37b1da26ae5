import { EDGE_LENGTH, MARK_END, MARK_START } from '../query/marked-text.js';
import { SEARCH_LIMITS } from '../search.limits.js';

/** BM25: how slowly a word that comes again adds less, and how much a long post is reckoned down. */
const BM25 = { k1: 1.2, b: 0.75 };
/** Part of its rarity that a word counts which stands in every text of its language; it decides between posts that are else alike. */
const STOP_WORD = 0.1;
/** Occurrences that one in the title or among the tags of an opening post counts besides itself. */
const TITLE_BONUS = 2;
/** Part of an occurrence that the thread's title gives its replies. */
const THREAD_TITLE = 0.3;
/** Occurrences that a longer word, or a part, counts where the word itself does not stand. */
const NEAR = 0.5;
/** Up to so many words have to be held all, where a post holds them all. */
const STRICT_TERMS = 2;
/** Of more words, a post has to hold this part of what is rare in the one that holds most. */
const ENOUGH = 0.2;
/** Length of a post, in bytes, where no board was counted yet. */
const LENGTH_UNCOUNTED = 1_000;
/** Characters of a post in which words are marked. */
const MARKED_LENGTH = 10_000;
const MARKS = `StartSel=${MARK_START}, StopSel=${MARK_END}`;

/** Parameters before those of the terms. */
const FIXED = 14;

/** Parameters of one term, in this order. */
export const TERM_PARAMETERS = ['own', 'plain', 'german', 'english', 'near', 'posts'] as const;

const parameter = (term: number, name: (typeof TERM_PARAMETERS)[number]): string =>
  `$${FIXED + 1 + TERM_PARAMETERS.length * term + TERM_PARAMETERS.indexOf(name)}::${name === 'posts' ? 'int' : 'tsquery'}`;

/** SQL of the stem in the language of the post, under which every form of the word stands. */
const stem = (term: number): string =>
  `CASE d.lang WHEN 'de' THEN ${parameter(term, 'german')} ELSE ${parameter(term, 'english')} END`;

/**
 * SQL of how often a word is stored for each time it stands in a post: in its stem's own spelling twice, as it was typed and as stem.
 * What stands there in another form is stored once under that stem, and counts half.
 */
const copies = (term: number): string =>
  `CASE WHEN ${stem(term)} = ${parameter(term, 'plain')} THEN 2 ELSE 1 END`;

/**
 * SQL of how often a word stands in a post: of a single word `ts_rank` is (1 + 1/4 + 1/9 …) · 6/π², from which the number of
 * summands follows to within a twentieth.
 * @param weights SQL of the weights by which occurrences are told apart
 */
const occurrences = (term: number, weights: string, atLeast: number): string =>
  `greatest(${atLeast}, (1 / (1.64493406685 * greatest(0.01, 1 - ts_rank(${weights}, text.lexemes, ${stem(term)}, 0))) - 0.55) / ${copies(term)})`;

const frequency = (term: number): string => `
        CASE WHEN text.lexemes @@ ${parameter(term, 'own')} THEN
               ${occurrences(term, `'{1, 1, 1, 1}'`, 1)} + text.bonus * ${occurrences(term, 'text.bonus_weights', 0)}
             WHEN text.lexemes @@ ${parameter(term, 'near')} THEN ${NEAR}
             ELSE 0 END::float8 AS f${term}`;

/**
 * Finds posts and puts their threads in order, in one statement. Ranked are the posts that hold the rarest words of the query,
 * and the newest of those that hold all of them, title hits apart; they come from the text index alone (`search.candidates`).
 *
 * score = text · solution · thread · shared · freshness
 *   text       BM25: the sum over the words of rarity · f / (f + k1 · norm), where f is how often the word stands in the post
 *              and norm = 1 - b + b · length / mean length. How rare a word is, is reckoned from the boards of the viewer
 *   solution   1.1 for a post that is a solution
 *   thread     1.05 for a post of a solved thread
 *   shared     1 + 0.01 · log2 of the people who have the same problem, at most 1.1: what many look for comes a little earlier
 *   freshness  between 1 (old) and 1.1 (now), halving its bonus every year
 *
 * Found are posts that hold all words, where there are such and the words are few; else those that hold enough of what is rare.
 *
 * The terms are parameters of their own, so that the text of a post is read once and no list of unknown length is planned for.
 * The page is cut out by number, because a LIMIT yet unknown is reckoned with a tenth of all hits, and the marked words are
 * made once. The lexemes of a long post are copied out of their storage once for all terms (`setweight` of no lexemes); `OFFSET 0` keeps
 * the planner from copying that expression into each. Candidates are told by where they lie, see the migration that does so.
 *
 * How far back is asked is looked at behind the candidates: of all kinds they are the newest.
 *
 * @param terms   number of them
 * @param telling how many of them, the first ones, are more than words that stand in every text; these alone decide what is found
 * @param newestFirst whether threads are in the order of their newest post that is found
 */
export const rankingSql = (terms: number, telling: number, newestFirst: boolean): string => {
  const [bestPost, bestThread] = newestFirst
    ? ['created_at DESC, post_id', 'created_at DESC, post_id']
    : ['score DESC, created_at, post_id', 'score DESC, created_at DESC, post_id'];
  const first = (count: number, sql: (term: number) => string, separator: string, none: string): string =>
    Array.from({ length: count }, (_, term) => sql(term)).join(separator) || none;
  const each = (sql: (term: number) => string, separator: string): string =>
    first(terms, sql, separator, '1');
  const eachTelling = (sql: (term: number) => string, separator: string, none: string): string =>
    first(telling, sql, separator, none);
  const weight = (term: number): string => (term < telling ? '' : `${STOP_WORD} * `);
  return `
  WITH board AS MATERIALIZED (
    SELECT coalesce(sum(s.posts), 0)::float8 AS posts,
           coalesce(sum(s.posts * s.mean_length) / nullif(sum(s.posts), 0), ${LENGTH_UNCOUNTED})::float8 AS mean_length
    FROM search.board_size s WHERE s.board_id = ANY ($12)),
  rarity AS MATERIALIZED (
    SELECT ${each((term) => `${weight(term)}ln(1 + (greatest(board.posts - ${parameter(term, 'posts')}, 0) + 0.5) / (${parameter(term, 'posts')} + 0.5)) AS r${term}`, ', ')}
    FROM board),
  rated AS MATERIALIZED (
    SELECT d.post_id, d.thread_id, d.board_id, d.created_at, d.is_solution, d.thread_state, d.same_problems,
           ${each((term) => `rarity.r${term} * word.f${term} / (word.f${term} + text.norm)`, ' + ')} AS text,
           ${eachTelling((term) => `CASE WHEN word.f${term} > 0 THEN rarity.r${term} ELSE 0 END`, ' + ', '1')} AS held,
           ${eachTelling((term) => `word.f${term} > 0`, ' AND ', 'true')} AS holds_all
    FROM search.document d CROSS JOIN board CROSS JOIN rarity
    CROSS JOIN LATERAL (
      SELECT setweight(d.lexemes, 'A', '{}') AS lexemes,
             ${BM25.k1} * (1 - ${BM25.b} + ${BM25.b} * octet_length(d.body) / board.mean_length) AS norm,
             CASE WHEN d.is_opening THEN ${TITLE_BONUS} ELSE ${THREAD_TITLE - 1} END AS bonus,
             CASE WHEN d.is_opening THEN '{0, 0, 1, 1}' ELSE '{1, 0, 0, 0}' END::float4[] AS bonus_weights OFFSET 0) AS text
    CROSS JOIN LATERAL (SELECT ${each(frequency, ',')} OFFSET 0) AS word
    WHERE d.ctid = ANY (ARRAY(
      SELECT search.candidates($1, $2, $3, $4, $5, $6, $7, $8,
        ${SEARCH_LIMITS.rareHitsMax}, ${SEARCH_LIMITS.hitsMax}, ${SEARCH_LIMITS.titleHitsMax})))
      AND ($14::timestamptz IS NULL OR d.created_at >= $14)),
  bar AS MATERIALIZED (
    SELECT coalesce(bool_or(holds_all), false) AS holds_all,
           bool_or(holds_all) AND ${telling <= STRICT_TERMS} AS is_strict, ${ENOUGH} * max(held) AS held
    FROM rated),
  scored AS (
    SELECT r.post_id, r.thread_id, r.board_id, r.created_at,
           r.text
             * CASE WHEN r.is_solution THEN 1.1 ELSE 1 END
             * CASE WHEN r.thread_state = 'solved' THEN 1.05 ELSE 1 END
             * (1 + 0.01 * least(10, ln(1 + r.same_problems::float8) / ln(2::float8)))
             * (1 + 0.1 * exp(-ln(2) * greatest(0, extract(epoch FROM $9::timestamptz - r.created_at)) / 31536000)) AS score
    FROM rated r CROSS JOIN bar
    WHERE r.held > 0 AND CASE WHEN bar.is_strict THEN r.holds_all ELSE r.held >= bar.held END),
  best AS MATERIALIZED (
    SELECT DISTINCT ON (thread_id) * FROM scored ORDER BY thread_id, ${bestPost}),
  page AS MATERIALIZED (
    SELECT * FROM (SELECT *, row_number() OVER (ORDER BY ${bestThread}) AS place FROM best) AS placed
    WHERE place > $10 AND place <= $10 + $11::int),
  marked AS MATERIALIZED (SELECT search.words_of($13) AS words)
  SELECT bar.holds_all AS "holdsAll", (SELECT count(*)::int FROM best) AS total,
    (SELECT coalesce(json_agg(b ORDER BY b.count DESC, b."boardId"), '[]') FROM (
       SELECT board_id AS "boardId", count(*)::int AS count FROM best GROUP BY board_id) AS b) AS boards,
    (SELECT coalesce(json_agg(h ORDER BY h.place), '[]') FROM (
       SELECT p.post_id AS "postId", p.thread_id AS "threadId", p.board_id AS "boardId", p.score, p.place,
              d.post_digest AS "postDigest", d.thread_digest AS "threadDigest",
              ts_headline(search.language(d.lang), d.title, marked.words, '${MARKS}, HighlightAll=true') AS title,
              ts_headline(search.language(d.lang), left(d.body, ${MARKED_LENGTH}), marked.words,
                '${MARKS}, MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "') AS excerpt,
              left(d.body, ${EDGE_LENGTH}) AS beginning, right(d.body, ${EDGE_LENGTH}) AS ending
       FROM page p JOIN search.document d USING (post_id) CROSS JOIN marked) AS h) AS hits
  FROM bar`;
};
