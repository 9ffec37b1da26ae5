import type { Author } from '@kundig/leak-guard/rules';
import type { Locale } from '@kundig/platform/server';
import type { HeldPlace, HeldPostView, Holding, PostToHold, ReleasedPost } from './held-posts.js';
import type {
  AuthorMail,
  DecisionMail,
  DeskMail,
  DigestLine,
  FollowerMail,
  GuestMail,
  MailContent,
  MailPreview,
  MailRecipient,
  MailToPreview,
  SubscriberMail,
} from './mails.js';
import type { DeskOccasion, DigestSubject, FollowState, NoticeGroup, Paces, Subject } from './notices.js';
import type { NamedNotifier, Notifier } from './notifiers.js';
import type { SuspensionView } from './suspensions.js';
import type {
  DraftContent,
  DraftView,
  MergedThreads,
  SameProblemCount,
  SplitThread,
  ThreadState,
} from './threads.js';
import type {
  ClaimedVoice,
  IndexedPersona,
  MemberCredit,
  OwnPersona,
  RefusedVoice,
  ResealedPersona,
  SealedPersona,
  ThankedPersona,
  VoiceClaim,
  WrittenPost,
} from './voices.js';

/** Who an account is for the layers above: a member, and the language it reads. */
export interface AccountActor {
  readonly memberId: string;
  readonly locale: Locale;
  /** Whether new versions of the operator's texts wait to be accepted. */
  readonly textsWaiting: boolean;
  /** Whether no status is to be shown beside names. */
  readonly statusHidden: boolean;
  /** Whether signing in asks for a code besides the password. */
  readonly hasSecondFactor: boolean;
  /** Younger than `NEWCOMER` says. */
  readonly isYoung: boolean;
  /** What may keep it from writing; see `suspensionOf`. */
  readonly suspensions: readonly SuspensionView[];
  /**
   * What the mail address says of whom it belongs to, so that it can be found in what they write. For their own texts and their
   * own eyes: never kept, or told to anybody else.
   */
  readonly ownTraces: Author;
}

/** A file somebody has handed in; nothing of its name, and no time. */
export interface UploadView {
  /** Random, 24 characters, 120 bits: never made from content, name or person. */
  readonly id: string;
  readonly purpose: 'post' | 'portrait' | 'article' | 'site';
  readonly kind: 'image' | 'pdf' | 'text';
  /** Size of the greatest version of a picture, in pixels; null for downloads. */
  readonly width: number | null;
  readonly height: number | null;
  /** Size of the greatest version, in bytes. */
  readonly bytes: number;
}

/**
 * The only door to accounts. Every call is asynchronous, takes many at once where a page needs many, and carries plain
 * serialisable values, so that identity can become a process of its own. No answer holds account data, but the traces of
 * whoever is signed in.
 */
export abstract class IdentityPort {
  /** @returns the member behind a signed-in account; null when it is gone or blocked. One statement. */
  abstract actorFor(accountId: string): Promise<AccountActor | null>;

  /** Notes whether the member wants to see no status beside names. */
  abstract hideStatus(memberId: string, hidden: boolean): Promise<void>;

  /** @returns one state per thread that has any, in one statement */
  abstract threadStates(memberId: string, threadIds: readonly string[]): Promise<ThreadState[]>;

  /**
   * Settles as whom a member speaks in a thread; of parallel claims one wins and all learn the same answer. An unused
   * claim is given back with `releaseVoice`. Whoever is suspended at this moment gets none, whatever the caller knew.
   * @returns null when there is no such active member
   */
  abstract claimVoice(claim: VoiceClaim): Promise<ClaimedVoice | RefusedVoice | null>;

  /** Gives a claim back whose post was not written; the voice stays where anybody else claimed or used it. */
  abstract releaseVoice(memberId: string, threadId: string): Promise<void>;

  /**
   * Takes the member's turn to write in a thread in slow mode, whichever voice it writes with.
   * @param at now, ISO 8601
   * @param over ISO 8601; turns taken until then are over
   * @returns when the turn was taken that is not over yet, ISO 8601; null when it is the member's turn now
   */
  abstract takeTurn(memberId: string, threadId: string, at: string, over: string): Promise<string | null>;

  /** Gives the turn taken `at` back, because its post was not written. */
  abstract returnTurn(memberId: string, threadId: string, at: string): Promise<void>;

  /**
   * Keeps the person behind a public author from writing, and mails them why and how long. Answers the same whoever that
   * is and whether there still is an account. Imposed again it takes the place of the earlier one.
   * @param suspension `endsAt` ISO 8601, or null until it is lifted
   */
  abstract suspend(
    author: MailRecipient,
    suspension: Pick<SuspensionView, 'reason' | 'endsAt'>,
  ): Promise<void>;

  /** Ends a suspension that was imposed on this very author, and mails them. */
  abstract liftSuspension(author: MailRecipient): Promise<void>;

  /** @returns what may keep the person behind a public author from writing; never to be shown to anybody else */
  abstract suspensionsOf(author: MailRecipient): Promise<SuspensionView[]>;

  /** Corrects which persona speaks for the member in the thread, when the app side knows better. */
  abstract adoptPersona(memberId: string, threadId: string, personaId: string): Promise<void>;

  /** Follows up a post: voice used, thread followed, read up to it, exact time of a persona's post, draft gone. One statement. */
  abstract recordPost(post: WrittenPost): Promise<void>;

  abstract markRead(memberId: string, threadId: string, position: number): Promise<void>;

  /** Follows or mutes a thread, or ends both. */
  abstract follow(memberId: string, threadId: string, state: FollowState): Promise<void>;

  /** @returns where the member stands towards boards and tags, in the order asked; one statement */
  abstract subscriptions(memberId: string, subjects: readonly Subject[]): Promise<FollowState[]>;

  abstract subscribe(memberId: string, subject: Subject, state: FollowState): Promise<void>;

  /** @returns what the member was told lately, newest first */
  abstract notices(memberId: string): Promise<NoticeGroup[]>;

  /**
   * @param except as in `NoticeGroup.threadId`; what was told of these does not count
   * @returns number of threads about which the member was told something new
   */
  abstract unreadNotices(memberId: string, except: readonly string[]): Promise<number>;

  /** @param threadId null for all */
  abstract markNoticesRead(memberId: string, threadId: string | null): Promise<void>;

  /** @returns how soon the member wants mails */
  abstract paces(memberId: string): Promise<Paces>;

  /** What is not among them stays as it was. */
  abstract choosePaces(memberId: string, paces: Partial<Paces>): Promise<void>;

  /** @returns every persona of the member; for the member's own eyes */
  abstract personasOf(memberId: string): Promise<OwnPersona[]>;

  /** Notes whether the member has the problem a thread asks about; whoever has it follows the thread. Safe to repeat. */
  abstract setSameProblem(memberId: string, threadId: string, has: boolean): Promise<void>;

  /** How many have the problem of each thread at this moment; a thread nobody shares it in is left out. One statement. */
  abstract sameProblemCounts(threadIds: readonly string[]): Promise<SameProblemCount[]>;

  /**
   * The same for those who came to share a problem since then.
   * @param since   ISO 8601
   * @param atLeast leaves out threads with fewer
   * @param first   at most so many, those with most in front
   */
  abstract sharedSince(since: string, atLeast: number, first: number): Promise<SameProblemCount[]>;

  /** Keeps one draft per member and thread, and one for a new thread. */
  abstract saveDraft(memberId: string, draft: DraftContent): Promise<DraftView | null>;

  abstract discardDraft(memberId: string, draftId: string): Promise<void>;

  abstract newThreadDraft(memberId: string): Promise<DraftView | null>;

  /** Keeps a post until a moderator has decided. Safe to repeat. @returns null when there is no such member */
  abstract holdPost(post: PostToHold): Promise<Holding | null>;

  /** Forgets what the member holds with that key, as something newer takes its place. Safe to repeat. */
  abstract supersedeHeldPost(memberId: string, clientKey: string): Promise<void>;

  /** Forgets a held post for the member who wrote it. @returns false when it was gone already, or is somebody else's */
  abstract withdrawHeldPost(memberId: string, id: string): Promise<boolean>;

  /** @returns the member's own held posts, the newest first */
  abstract heldPostsOf(memberId: string): Promise<HeldPostView[]>;

  /** @returns where posts of everybody wait, the oldest first. @param first at most so many */
  abstract heldPlaces(first: number): Promise<HeldPlace[]>;

  /** @returns those of the held posts that still wait, the oldest first */
  abstract heldPosts(ids: readonly string[]): Promise<HeldPostView[]>;

  /**
   * Lets one caller decide about a held post; others are told that it is gone until it was given back.
   * @returns what is needed to publish it in its writer's name; null when it is gone
   */
  abstract releaseHeldPost(id: string): Promise<ReleasedPost | null>;

  /** Ends a release that published nothing: the post goes on waiting. */
  abstract giveBackHeldPost(id: string): Promise<void>;

  /** Forgets a held post that stands somewhere now, and mails its writer where. @param path of the community */
  abstract settleHeldPost(id: string, path: string): Promise<void>;

  /** Forgets a held post and mails its writer the reason and the text. @returns false when it was gone already */
  abstract refuseHeldPost(id: string, reason: string): Promise<boolean>;

  /** @returns held posts about which nobody has decided for `HELD_DAYS`, nor does at this moment. @param first at most so many */
  abstract undecidedHeldPosts(first: number): Promise<string[]>;

  /** The same as `refuseHeldPost` for those. */
  abstract handBackHeldPost(id: string): Promise<boolean>;

  /** @returns the member's own address, shortened to `k…@firma.de` */
  abstract mailHint(memberId: string): Promise<string | null>;

  /**
   * Takes a passage out of drafts for a thread, of what waits to stand there, of mails about it that are kept, sent or not,
   * and of reasons why people who wrote there are suspended.
   * @param threadId or of the article comments of which they tell
   * @param passage the words, as whoever asked for it gave them
   * @param postId public id of the post that loses them, which a waiting change must not bring back; null for comments
   * @param commenterIds members who wrote below the article: who wrote in threads is known here; none for a thread
   * @returns threads in which its posts may be quoted, too: split off from it or from the same, or what it was split off from
   */
  abstract redactThread(
    threadId: string,
    passage: string,
    postId: string | null,
    commenterIds: readonly string[],
  ): Promise<string[]>;

  /**
   * Carries voices, following, read state, notices and drafts along. Safe to repeat.
   * @returns threads, besides the one that stays, whose personas speak in it
   */
  abstract mergeThreads(threads: MergedThreads): Promise<string[]>;

  /** The same for a part of a thread. Safe to repeat. */
  abstract splitThread(threads: SplitThread): Promise<void>;

  /** Hands over mails; says nothing about whether any is sent. */
  abstract deliverToAuthors(mails: readonly AuthorMail[]): Promise<void>;

  /** Hands over one mail for all followers, whatever their voice; says nothing about who and how many they are. */
  abstract deliverToFollowers(mail: FollowerMail): Promise<void>;

  /** The same for followers of boards and tags. */
  abstract deliverToSubscribers(mail: SubscriberMail): Promise<void>;

  /** @returns the mail that followers get, without the link that is each recipient's own; nothing is sent */
  abstract previewMail(mail: MailToPreview): Promise<MailPreview>;

  /** Tells a member of a decision on its own request, once for each request. */
  abstract deliverDecision(mail: DecisionMail): Promise<void>;

  /** Tells moderators of what waits for them, by a notice and by a mail as soon as each of them wants. */
  abstract deliverToModerators(mail: DeskMail): Promise<void>;

  /** It is decided: forgotten in the notices of all of them, and in daily mails that are not sent yet. */
  abstract withdrawFromModerators(occasion: DeskOccasion, subjectId: string): Promise<void>;

  /** Tells guests who share the problem of a thread, once; their addresses are forgotten with it. */
  abstract deliverToGuests(mail: GuestMail): Promise<void>;

  /**
   * Keeps where the answers to a notice of unlawful content go. Safe to repeat.
   * @throws TooManyRequests for the mail
   */
  abstract keepNotifier(notifier: Notifier): Promise<void>;

  /** @returns names of those who gave one and are not forgotten yet; one statement */
  abstract notifierNames(noticeIds: readonly string[]): Promise<NamedNotifier[]>;

  /**
   * Answers a notice; says nothing about whether a mail is sent.
   * @param onceKey a second answer of it is not sent
   * @param about   keys of the threads and articles the answer may quote
   */
  abstract writeToNotifier(
    noticeId: string,
    content: Readonly<Record<Locale, MailContent>>,
    onceKey: string,
    about: readonly string[],
  ): Promise<void>;

  /**
   * What the next batch of daily mails tells of, over all accounts together; empty when all is sent.
   * @param before ISO 8601; what was told later waits for the next day
   */
  abstract digestsDue(before: string): Promise<DigestSubject[]>;

  /** Sends that batch; a subject without a line is told to nobody. */
  abstract sendDigests(before: string, lines: readonly DigestLine[]): Promise<void>;

  /**
   * Brings both sides of the persona links together: a live link missing in identity's index is added there.
   * @returns persona ids whose account is gone; one whose link cannot be opened is left alone, as its key may come back
   */
  abstract reconcilePersonas(personas: readonly SealedPersona[]): Promise<string[]>;

  /**
   * Seals links anew that older keys have sealed, and finds them by the current one.
   * @returns those that are others now; one that cannot be opened, or whose account is gone, is left alone
   */
  abstract resealPersonas(personas: readonly SealedPersona[]): Promise<ResealedPersona[]>;

  /**
   * Credits members with thanks that their personas got, rounded down and several at once: see `creditsOfBatch`. Safe to repeat.
   * @param month    of the batch, as `2026-12`
   * @param personas all that were thanked since the batch before
   */
  abstract creditPersonas(month: string, personas: readonly ThankedPersona[]): Promise<MemberCredit[]>;

  /**
   * Lists the personas identity knows of, older than an hour, for the search for those the app side does not.
   * @param after `ref` of the last one seen
   */
  abstract indexedPersonas(after: string | null, limit: number): Promise<IndexedPersona[]>;

  /** Drops index entries by their `ref`. */
  abstract dropIndexed(refs: readonly string[]): Promise<void>;

  /**
   * Lists personas whose owners began to give them up, where that did not come to its end.
   * @param after `ref` of the last one seen
   */
  abstract personasBeingGivenUp(after: string | null, limit: number): Promise<IndexedPersona[]>;

  /** Forgets whose those were, by their `ref`. Safe to repeat. */
  abstract forgetGivenUp(refs: readonly string[]): Promise<void>;

  /**
   * Forgets the rest of what ties accounts to personas that were given up long enough ago.
   * @returns those whose link may be destroyed: no reveal waits or is yet to be told, no suspension holds, no mail waits
   */
  abstract releaseGivenUp(personas: readonly SealedPersona[]): Promise<string[]>;

  /** Notes a file as handed in by the member and not yet published. @returns false when there is no such member */
  abstract keepUpload(memberId: string, upload: UploadView): Promise<boolean>;

  /** @returns those of the member's own unpublished files that have one of the ids */
  abstract uploads(memberId: string, ids: readonly string[]): Promise<UploadView[]>;

  /** Forgets files that were published or removed, and with them whose they were. */
  abstract dropUploads(ids: readonly string[]): Promise<void>;

  /**
   * @param after id of the last one seen
   * @returns by id, files nobody will publish any more: a day old and in no draft of this domain, or of somebody who has left
   */
  abstract abandonedUploads(after: string | null, limit: number): Promise<UploadView[]>;
}
