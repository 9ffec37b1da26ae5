import type { Passage, RequestContext } from '@kundig/platform/server';
import type { SearchTerm } from '../query/parse-query.js';

/** What an engine knows of a thread; the same in each of its posts' documents. */
export interface ThreadFacts {
  readonly threadId: string;
  readonly boardId: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly threadKind: 'question' | 'discussion';
  /** `none` for a discussion. */
  readonly threadState: 'none' | 'unanswered' | 'open' | 'solved';
  /** People who have the asker's problem, rounded down to a power of two: one more or less need not index anything. */
  readonly sameProblems: number;
  /** Changes when anything above does, and when documents are made in another way. */
  readonly threadDigest: string;
}

/** One post as an engine stores it. No account, no exact time of a persona: only what the page shows. */
export interface SearchDocument extends ThreadFacts {
  readonly postId: string;
  /** Pseudonym; null once the author was erased. */
  readonly authorId: string | null;
  readonly isOpening: boolean;
  readonly isSolution: boolean;
  readonly lang: 'de' | 'en';
  /** Plain text. */
  readonly body: string;
  /** As the forum has it, to the quarter of an hour where a persona wrote. */
  readonly createdAt: Date;
  readonly postDigest: string;
}

/** What documents must satisfy, besides holding the words. */
export interface EngineFilter {
  /** Boards the viewer may read, narrowed by what was asked for. Never absent: this is the right to see. */
  readonly boardIds: readonly string[];
  readonly authorId?: string;
  readonly tag?: string;
  readonly lang?: 'de' | 'en';
  readonly threadKind?: 'question' | 'discussion';
  readonly threadState?: 'open' | 'unanswered' | 'solved';
  /** Instant from which on posts were written, as their documents have it. */
  readonly since?: Date;
}

export interface EngineQuery {
  /** Without any, the newest documents that pass the filter are found. */
  readonly terms: readonly SearchTerm[];
  readonly filter: EngineFilter;
  /** Boards of the viewer without the filter: corrections come from them alone, and how rare a word is, is reckoned from them. */
  readonly readableBoardIds: readonly string[];
  /** Instant from which freshness counts. */
  readonly now: Date;
  /** Puts the same threads in the order of their newest post that is found, instead of that of their best. */
  readonly newestFirst?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What somebody is typing. */
export interface EngineTyping {
  /** At least one; the last one may be only begun. */
  readonly terms: readonly SearchTerm[];
  /** Boards the viewer may read, narrowed by what was asked for. Never absent: this is the right to see. */
  readonly boardIds: readonly string[];
  readonly limit: number;
}

/** Text with the words that were found between private-use characters; see `markedHtml`. */
export type MarkedText = string;

/** The best post of a thread, or the newest where these come first. */
export interface EngineHit {
  readonly postId: string;
  readonly threadId: string;
  readonly boardId: string;
  readonly score: number;
  readonly title: MarkedText;
  readonly excerpt: MarkedText;
  /** Of the document the marked texts come from: tells whether they are still what the forum shows. */
  readonly postDigest: string;
  readonly threadDigest: string;
}

export interface EngineResult {
  readonly hits: readonly EngineHit[];
  /** Threads found, counted as far as hits are ranked. */
  readonly total: number;
  /** The same by board. */
  readonly boards: readonly { readonly boardId: string; readonly count: number }[];
  /** No post holds all words; these hold some. */
  readonly loosened: boolean;
  /** Spelling that is probably meant, by the position of its term. */
  readonly corrections: ReadonlyMap<number, string>;
}

/** Key of a stored document with its digests, for comparing index and forum. */
export type StoredDigest = Pick<SearchDocument, 'postId' | 'postDigest' | 'threadDigest'>;

/**
 * The port behind which an engine finds posts. It filters by the boards it is told; that nobody sees what is not theirs
 * does not depend on it: every hit is looked up again in the forum's own scope.
 */
export abstract class SearchEngine {
  abstract search(ctx: RequestContext, query: EngineQuery): Promise<EngineResult>;

  /** @returns keys of threads that hold what is being typed, the best first */
  abstract suggest(ctx: RequestContext, typing: EngineTyping): Promise<string[]>;

  /** Adds documents or replaces them. */
  abstract index(ctx: RequestContext, documents: readonly SearchDocument[]): Promise<void>;

  /** Brings what all documents of a thread have in common up to date. */
  abstract updateThread(ctx: RequestContext, thread: ThreadFacts): Promise<void>;

  abstract remove(ctx: RequestContext, postIds: readonly string[]): Promise<void>;

  abstract removeThread(ctx: RequestContext, threadId: string): Promise<void>;

  /** Digests of the documents of these posts; a post without a document is left out. */
  abstract stored(ctx: RequestContext, postIds: readonly string[]): Promise<StoredDigest[]>;

  /** Keys of stored documents in ascending order, at most `limit`. @param after null for the first ones */
  abstract storedAfter(ctx: RequestContext, after: string | null, limit: number): Promise<string[]>;

  /** Forgets, for corrections and compounds, words of a passage that no document holds any more. */
  abstract forgetWords(tx: RequestContext, passage: Passage): Promise<void>;

  /**
   * Counts again how often words stand in the boards that changed much since they were last counted: once a day, and when
   * a quarter of a board's posts came or went. Ranking reckons with these figures, and bears that they are not exact.
   */
  abstract countWords(ctx: RequestContext, now: Date): Promise<void>;

  /** Forgets what cannot be kept current one document at a time (the vocabulary), before all are indexed again. */
  abstract beginRebuild(ctx: RequestContext): Promise<void>;
}
