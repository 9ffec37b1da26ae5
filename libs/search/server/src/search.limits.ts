/** Bounds of a search; what is longer is cut, never refused. */
export const SEARCH_LIMITS = {
  /** Characters of the query that are read. */
  queryMax: 200,
  /** Words and phrases of the query that are looked up: as many as a question of two hundred characters has. */
  termsMax: 32,
  /** Of these so many are searched for, the rarest. */
  rankedTermsMax: 12,
  /** Threads on a page of results. */
  pageSize: 20,
  /** Articles of the blog that stand above the threads. */
  articlesMax: 3,
  /** Posts that hold the rarest words of a query and are ranked for it. */
  rareHitsMax: 800,
  /** Posts that are ranked because they hold all words; a search that finds more looks at title hits and the newest of the rest. */
  titleHitsMax: 100,
  hitsMax: 400,
  /** Characters of a search that is counted; what is longer is pasted text, and no matter for statistics. */
  loggedMax: 100,
  /** Days for which searches are counted. */
  loggedDays: 90,
  /** Searches from which on one that led nowhere is known to anybody. */
  missedMin: 5,
  /** Of these so many are shown. */
  missedShown: 50,
} as const;
