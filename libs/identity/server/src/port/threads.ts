import type { MailRecipient } from './mails.js';
import type { VoiceName } from './voices.js';

/** Text somebody has begun, for a thread or (without one) for a new thread. */
export interface DraftView {
  readonly id: string;
  readonly threadId: string | null;
  readonly title: string | null;
  readonly body: string;
  readonly boardId: string | null;
  readonly kind: string | null;
  readonly tags: readonly string[];
  readonly anonymous: boolean;
  /** Of a new thread: to be kept out of search engines. */
  readonly unindexed: boolean;
  /** ISO 8601 instant. */
  readonly updatedAt: string;
}

/** What is kept of a draft; where it belongs and whose it is come beside it. */
export type DraftContent = Omit<DraftView, 'id' | 'updatedAt'>;

/** One member's state in one thread. */
export interface ThreadState {
  readonly threadId: string;
  /** Fixed by the first post; null before. */
  readonly voice: VoiceName | null;
  /** Pseudonym that speaks for the member here, when the voice is anonymous. */
  readonly personaId: string | null;
  /** Highest position the member has read; 0 when none. */
  readonly readPosition: number;
  readonly following: boolean;
  /** Nothing of the thread is told. */
  readonly muted: boolean;
  /** Whether the member has the problem the thread asks about, too. */
  readonly sameProblem: boolean;
  readonly draft: DraftView | null;
  /** Personas of the member in threads whose posts came here. */
  readonly formerPersonaIds: readonly string[];
}

/** How many people have the problem of a thread, never who. */
export interface SameProblemCount {
  readonly threadId: string;
  /** At least 1. */
  readonly count: number;
}

/** A thread whose posts all went to the end of another one. Primary keys. */
export interface MergedThreads {
  readonly fromId: string;
  readonly intoId: string;
  /** Number of posts in the thread that stays before; what was position 1 there is `offset + 1` now. */
  readonly offset: number;
}

/** A new thread made of posts of another one. Primary keys. */
export interface SplitThread {
  readonly fromId: string;
  readonly intoId: string;
  /** Where the posts stood, ascending; they stand from 1 on now, and the others have closed up. */
  readonly positions: readonly number[];
  /** Who wrote them, in that order. */
  readonly authors: readonly MailRecipient[];
}
