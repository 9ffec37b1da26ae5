import type { SearchDocument } from '../engine/search-engine.js';

/** A post as Meilisearch stores it: what `search.document` says of it and nothing else; no account, no address. */
export interface MirroredDocument extends Omit<SearchDocument, 'createdAt' | 'isOpening'> {
  /** The title where the post opens the thread; empty above a reply. */
  readonly ownTitle: string;
  /** Seconds since 1970. */
  readonly createdAt: number;
}

/** Needed to tell whether a document is that of `search.document`. */
export const DIGEST_FIELDS = ['postId', 'postDigest', 'threadDigest'] as const;
