import type { Locale } from '@kundig/platform/server';
import type { AccessOccasion, DeskOccasion, DigestSubject, ThreadOccasion } from './notices.js';
import type { SealedPersona } from './voices.js';

/** Whom a mail goes to. Nothing in the mail tells one case from the other. */
export type MailRecipient =
  | { readonly memberId: string; readonly persona?: undefined }
  | { readonly persona: SealedPersona; readonly memberId?: undefined };

/** One mail's words in one language. */
export interface MailContent {
  readonly subject: string;
  /** Paragraphs of plain text. */
  readonly paragraphs: readonly string[];
  /** Where the button leads: path without language prefix. */
  readonly action?: {
    readonly label: string;
    readonly path: string;
    /** The link lets act: nobody but the reader of the mail may see it, the outbox neither. */
    readonly isSecret?: boolean;
  };
}

/** A mail to be looked at, not sent. */
export interface MailToPreview {
  readonly content: MailContent;
  readonly locale: Locale;
  /** Of the post it tells of, which settles what its way out ends. */
  readonly occasion: Extract<ThreadOccasion, 'reply' | 'solved' | 'thread'>;
}

/** The mail as its reader gets it. */
export interface MailPreview {
  readonly subject: string;
  /** Plain text; the HTML of the mail says the same. */
  readonly text: string;
}

/** Something in a thread that people are told of: by a notice, and by a mail as soon as each of them wants. */
export interface ThreadMail {
  /** In each language; the recipient's own is chosen where the mail is sent. */
  readonly content: Readonly<Record<Locale, MailContent>>;
  /** Nobody who has muted it is told; gives threading headers and the way out. */
  readonly threadId: string;
  /** Another thread whose title it tells. */
  readonly namedThreadId?: string;
  /** The post it tells of, and its place in the thread. */
  readonly postId: string;
  readonly position: number;
  /** Members who may read what the mail is about at this moment, null for all; nobody else gets it. */
  readonly readers: readonly string[] | null;
  /** One recipient is told of one key once, however often it is handed over. */
  readonly onceKey: string;
}

/** For the person behind a public author. */
export interface AuthorMail extends ThreadMail {
  readonly recipient: MailRecipient;
  /** Decisions on their own posts and comments are told even to who has muted the thread. */
  readonly occasion: Exclude<
    ThreadOccasion,
    'answer' | 'reply' | 'mention' | 'thread' | 'solved' | 'duplicate'
  >;
}

/** Members named in a post, whom it is told in other words. */
export interface Mention {
  readonly memberIds: readonly string[];
  readonly content: Readonly<Record<Locale, MailContent>>;
}

/** A decision on a member's own request for access: always told, by a notice and a mail. */
export interface DecisionMail {
  readonly memberId: string;
  readonly occasion: AccessOccasion;
  readonly groupId: string;
  readonly requestId: string;
  readonly content: Readonly<Record<Locale, MailContent>>;
}

/** Something that waits for a decision, for the moderators whose it is. */
export interface DeskMail {
  readonly occasion: DeskOccasion;
  /** Key of what waits: the post or comment, the held post, or the notice. */
  readonly subjectId: string;
  /** Keys of the threads and articles whose titles it tells. */
  readonly about: readonly string[];
  readonly memberIds: readonly string[];
  readonly content: Readonly<Record<Locale, MailContent>>;
  /** One recipient is told of one key once, while it waits. */
  readonly onceKey: string;
}

/** A reply, that it solves the question, or that this was asked before, for everybody who follows its thread, and those it mentions. */
export interface FollowerMail extends ThreadMail {
  /** Who has read a `reply` is not told of it; that the question is `solved` or a `duplicate` is news to them, too. */
  readonly occasion: Extract<ThreadOccasion, 'reply' | 'solved' | 'duplicate'>;
  /** Who did it or is told in other words, and needs no telling. */
  readonly except: readonly MailRecipient[];
  /** Whose question a reply answers; null in a discussion, and for what is told to all alike. */
  readonly asker: MailRecipient | null;
  readonly mention: Mention | null;
}

/** A new thread, for everybody who follows one of its boards or tags and mutes none of them, and those it mentions. */
export interface SubscriberMail extends ThreadMail {
  readonly except: readonly MailRecipient[];
  readonly mention: Mention | null;
  /** Primary keys of the board and those above it. */
  readonly boardIds: readonly string[];
  readonly tags: readonly string[];
}

/** For everybody without an account who shares the problem of a thread. */
export interface GuestMail {
  readonly content: Readonly<Record<Locale, MailContent>>;
  readonly threadId: string;
  /** Nobody is told of one key twice. */
  readonly onceKey: string;
}

/** What the daily mails say about a post: a line, and the page it leads to. */
export interface DigestLine extends DigestSubject {
  readonly content: Readonly<Record<Locale, { readonly subject: string; readonly path: string }>>;
  readonly readers: readonly string[] | null;
}
