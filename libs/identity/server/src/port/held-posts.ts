import type { MailRecipient } from './mails.js';

/** What somebody sent, as the domain that takes it keeps it; plain values of JSON. */
export type HeldContent = Readonly<Record<string, unknown>>;

/** Job of identity's worker that has moderators told of a held post. Payload: `heldPostId`. */
export const TELL_OF_HELD = 'notifications.tell-of-held';

/** Longest time something waits; what nobody has decided about by then goes back to its writer. */
export const HELD_DAYS = 30;

/** A post to be held. */
export interface PostToHold {
  /** A member, or the author as which somebody answers by a link in a mail. */
  readonly writer: MailRecipient;
  /** What the same person holds with the same key takes the place of what was held before. */
  readonly clientKey: string;
  /** Key of the thread or article it belongs to; null where there is none yet. */
  readonly subjectId: string | null;
  /** Whether it was typed where drafts are kept: that of its thread, or of a new one, has done its work. */
  readonly endsDraft: boolean;
  /** Whether the client key is that of a guest's question: refused, it is not to be held again by the link of their mail. */
  readonly isGuests?: boolean;
  readonly anonymous: boolean;
  readonly content: HeldContent;
  readonly suspicions: readonly string[];
}

/**
 * Whether something is held for the first time, or in place of what the member held with the same key; a guest's question is
 * `over` once it was refused or taken back.
 */
export type Holding = 'new' | 'again' | 'over';

/** A held post as others than its writer may know it. */
export interface HeldPostView {
  readonly id: string;
  /** Null where it was written anonymously. */
  readonly memberId: string | null;
  readonly content: HeldContent;
  readonly suspicions: readonly string[];
  /** ISO 8601; to the quarter of an hour where it was written anonymously. */
  readonly heldAt: string;
}

/** Where a held post is meant to stand; nothing of what it says, and nothing of its writer. */
export interface HeldPlace {
  readonly id: string;
  /** Key of the thread or article it belongs to; null for a new thread. */
  readonly subjectId: string | null;
  /** Public id of the board in which it begins a thread; null for anything else. */
  readonly boardId: string | null;
  /** Public id of the post it changes; null for anything else. */
  readonly postId: string | null;
}

/** A held post with the member that publishes it. Nobody is shown who that is. */
export interface ReleasedPost {
  readonly memberId: string;
  readonly locale: 'de' | 'en';
  readonly content: HeldContent;
}
