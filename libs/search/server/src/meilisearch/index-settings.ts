import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';

/**
 * How Meilisearch indexes posts. Whoever changes anything here, or what a document holds, leads to another digest: a new index is
 * filled beside the one that serves, and takes its place when it is complete.
 */
export const INDEX_SETTINGS = {
  // The title stands twice: as the opening post's own it counts most, above a reply least.
  searchableAttributes: ['ownTitle', 'tags', 'body', 'title'],
  filterableAttributes: ['boardId', 'authorId', 'tags', 'lang', 'threadKind', 'threadState'],
  sortableAttributes: ['createdAt'],
  displayedAttributes: ['*'],
  distinctAttribute: 'threadId',
  rankingRules: [
    'words',
    'typo',
    'sort',
    'proximity',
    'attribute',
    'exactness',
    'isSolution:desc',
    'sameProblems:desc',
    'createdAt:desc',
  ],
  // Without the languages German compounds stay whole: nobody would find the Regenrinne by its Rinne.
  localizedAttributes: [
    { attributePatterns: ['ownTitle', 'tags', 'body', 'title'], locales: ['deu', 'eng'] },
  ],
  // Short words have too many neighbours; a number with a slip is another number.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnNumbers: true },
  // Every board a viewer may read is counted.
  faceting: { maxValuesPerFacet: 10_000, sortFacetValuesBy: { '*': 'count' } },
} satisfies Settings;

/** Raised when documents are made in another way. */
const DOCUMENT_VERSION = 1;

/** Stands in the name of an index that was made by these settings. */
export const SETTINGS_DIGEST = createHash('sha256')
  .update(JSON.stringify([DOCUMENT_VERSION, INDEX_SETTINGS]))
  .digest('hex')
  .slice(0, 8);

/** A key may be bound to indexes whose names begin so. */
export const INDEX_PREFIX = 'kundig_posts_';
