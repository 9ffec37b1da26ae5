import type { ExternalAuthorId } from './imported-thread.js';

/** Where a record stands, to report it by. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

interface SourceRecord extends Place {
  readonly id: number;
  readonly author: ExternalAuthorId;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** As the source has it: HTML of a post, Markdown of a comment. */
  readonly body: string;
}

/** A question before conversion. Records survive JSON, because they wait for their thread in a spill. */
export interface QuestionRecord extends SourceRecord {
  readonly kind: 'question';
  readonly title: string;
  readonly tags: readonly string[];
  readonly views: number;
  readonly editedAt: string | null;
  readonly closedAt: string | null;
  readonly acceptedAnswerId: number | null;
  /** Up-votes minus down-votes; stands in for the up-votes where a source has no votes. */
  readonly score: number;
}

/** An answer before conversion. */
export interface AnswerRecord extends SourceRecord {
  readonly kind: 'answer';
  readonly questionId: number;
  readonly editedAt: string | null;
  readonly score: number;
}

/** A comment before conversion. */
export interface CommentRecord extends SourceRecord {
  readonly kind: 'comment';
  readonly postId: number;
  readonly score: number;
}

/** Anything that becomes a post. */
export type PostRecord = QuestionRecord | AnswerRecord | CommentRecord;
