/** Least trigram similarity of two spellings of one search. */
const LEAST_LIKENESS = 0.6;

/**
 * SQL of the row whose stems are the same, whatever their order, or else of the one that comes nearest: one spelling or another of
 * the same words. Numbers, and how many words there are, have to be the same: one digit makes another device.
 * @param table with a column `stems`, indexed by trigrams
 * @param key   of that table
 * @param stems SQL of the stems
 */
export const alikeSql = (table: string, key: string, stems: string): string => `coalesce(
  (SELECT same.${key} FROM ${table} same WHERE same.stems = ${stems}),
  (SELECT near.${key} FROM ${table} near
   WHERE near.stems % ${stems} AND similarity(near.stems, ${stems}) >= ${LEAST_LIKENESS}
     AND ${shape('near.stems')} = ${shape(stems)}
   ORDER BY similarity(near.stems, ${stems}) DESC, near.${key} LIMIT 1))`;

const shape = (stems: string): string => `regexp_replace(${stems}, '[^0-9 ]', '', 'g')`;
