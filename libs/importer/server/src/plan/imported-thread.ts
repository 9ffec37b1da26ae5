/** Names a thing of the old site for good: `question:12`, `answer:34`, `comment:56`. Unique within one source. */
export type ExternalPostId = `${'question' | 'answer' | 'comment'}:${number}`;

/**
 * Names an author of the old site for good: `user:7`, `user:-1` (the site itself), `departed:<name>` for a deleted
 * account of which only the name is left, `departed` if not even that.
 */
export type ExternalAuthorId = `user:${number}` | `departed:${string}` | 'departed';

/** Whoever is named as the author of a readable post. Becomes a member without account. */
export interface ImportedAuthor {
  readonly externalId: ExternalAuthorId;
  readonly kind: 'person' | 'site' | 'departed';
  /** The name that attribution must show, as on the old site; null if it is not known. */
  readonly displayName: string | null;
  /** {@link displayName} or a substitute, made unique among the authors of this import, letter case and forms of a letter aside. */
  readonly nickname: string;
}

/** One post in the reading order of its thread. */
export interface ImportedPost {
  readonly externalId: ExternalPostId;
  /** A `comment` becomes a reply that is marked as such. */
  readonly kind: 'question' | 'answer' | 'comment';
  /** The post it replies to; null for the question alone. */
  readonly inReplyTo: ExternalPostId | null;
  readonly author: ExternalAuthorId;
  readonly createdAt: Date;
  /** Last edit by anyone, null if never edited. */
  readonly editedAt: Date | null;
  /** Safe Markdown; addresses of the old site still stand in it, see `rewriteOldAddresses`. May be empty. */
  readonly markdown: string;
  /** Up-votes by unknown givers. Of comments their score, which counts nothing else. */
  readonly upVotes: number;
  /** Whether this answer was accepted as the solution. */
  readonly accepted: boolean;
}

/** A whole thread: all of it is here, or the thread is not delivered. */
export interface ImportedThread {
  readonly externalId: `question:${number}`;
  readonly title: string;
  /** Lower case, at most ten. */
  readonly tags: readonly string[];
  readonly createdAt: Date;
  readonly views: number;
  /** When the old site closed it to further answers, else null. */
  readonly closedAt: Date | null;
  /** Questions of the same dump that this one was found to repeat. */
  readonly duplicateOf: readonly `question:${number}`[];
  /** The question, its comments, then each answer by date, followed by its own comments by date. Never empty. */
  readonly posts: readonly [ImportedPost, ...ImportedPost[]];
}

/** What a source holds, counted from its valid rows while planning; to be compared with what arrives. */
export interface SourceCounts {
  questions: number;
  answers: number;
  /** On questions and answers. */
  comments: number;
  /** Questions that name an accepted answer. */
  accepted: number;
  closed: number;
  /** Up-votes in the source as a whole. */
  upVotes: number;
  /** Those of them given to posts that are not imported: deleted ones and tag wikis. */
  upVotesElsewhere: number;
  /** Down-votes, which are dropped. */
  downVotes: number;
  /** Pairs of duplicate and original. */
  duplicates: number;
  /** Tag wikis and other texts that are no posts, left out. */
  otherTexts: number;
  /** Comments on those, left out with them. */
  commentsOnOtherTexts: number;
}

/** A source read once and ready to be delivered, as often as needed, always in the same order. */
export interface ImportPlan {
  readonly counts: Readonly<SourceCounts>;
  /** Number of {@link authors}. */
  readonly authorCount: number;
  /** Every author of the threads; accounts by id first. Authors of comments that are left out may be among them. */
  authors(): Iterable<ImportedAuthor>;
  /**
   * The threads by ascending question id. Leaving the loop early frees what it holds.
   *
   * @param after deliver only questions with a larger id: the place to go on from after an interruption
   */
  threads(after?: number): AsyncIterable<ImportedThread>;
  /** Removes the temporary files. The plan delivers nothing afterwards. */
  close(): Promise<void>;
}
