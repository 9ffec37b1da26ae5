/** Tags of one question at most; the original allows five. */
const MOST_TAGS = 10;

/**
 * The tags of a `Tags` column: `<mqtt><smart-home>` in dumps up to 2023, `|mqtt|smart-home|` in later ones.
 *
 * @returns lower case, without repetition, in the order of the column, at most ten
 */
export function parseTags(column: string): string[] {
  const tags = column
    .split(/[<>|]+/)
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
