/** Bounds of what authors and readers write, in characters after NFC normalisation; one table for code and forms. */
export const BLOG_LIMITS = {
  titleMin: 8,
  titleMax: 150,
  teaserMin: 20,
  teaserMax: 400,
  bodyMin: 50,
  bodyMax: 30_000,
  pictureAltMin: 5,
  pictureAltMax: 300,
  tagsMax: 5,
  tagMax: 30,
  commentMin: 2,
  commentMax: 5_000,
  /** Articles on one page of a list. */
  pageSize: 10,
  /** Comments on one page of an article. */
  commentPageSize: 50,
  /** Articles in a feed. */
  feedSize: 20,
  /** Days after which the newest article counts as old. */
  staleAfterDays: 31,
} as const;
