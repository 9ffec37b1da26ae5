/** Bounds of what is known of the operator's help pages. */
export const HELP_PAGE_LIMITS = {
  /** Addresses of sitemaps and feeds. */
  sourcesMax: 5,
  addressMax: 500,
  /** Pages of one source; further ones are left out, and counted as such. */
  pagesMax: 2_000,
  /** Sitemaps that an index may name. */
  mapsMax: 20,
  titleMax: 200,
  descriptionMax: 400,
  /** Bytes of a sitemap or feed, of a robots.txt, and of the beginning of a page in which its head is looked for. */
  ...{ mapSize: 10_000_000, robotsSize: 500_000, headSize: 200_000 },
  /** Pages one after the other that cannot be read, upon which a source is given up for the night. */
  failuresMax: 20,
  /** Pages beside what a search has found, and among suggestions. */
  ...{ found: 3, suggested: 2 },
} as const;
