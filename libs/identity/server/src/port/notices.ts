/**
 * What somebody can be told of. `hidden` is a decision on their own post and cannot be turned off, nor can the decisions on
 * their own requests for access, `access-accepted` and `access-declined`; `unsolved` asks an asker once whether a question is
 * solved, and `settled` tells that moderators chose a solution, unless they have muted it; `solution` tells whoever wrote an
 * answer that it is one, `solved` those who follow the question; `duplicate` leads these
 * to the thread that has asked the same before, as soon as they want to hear of solutions; `report` says how something they reported was decided.
 * `objection` says how what they said against a hidden post, and `shown` that it can be read again; neither can be turned
 * off. `revealed` tells that somebody learned who stands behind a post, and cannot either. Those that begin with `comment-` are the same about a comment of the blog, with the article in place of the thread.
 * `reported`, `waiting` and `unlawful` tell moderators that something was reported, waits to be published, or was notified as
 * unlawful, and `reveal` tells custodians that a moderator asks who stands behind a persona, until it is decided.
 */
export const OCCASIONS = [
  'answer',
  'reply',
  'mention',
  'thread',
  'solution',
  'solved',
  'duplicate',
  'kudos',
  'unsolved',
  'settled',
  'hidden',
  'access-accepted',
  'access-declined',
  'report',
  'objection',
  'shown',
  'revealed',
  'comment-hidden',
  'comment-report',
  'comment-objection',
  'comment-shown',
  'reported',
  'waiting',
  'unlawful',
  'reveal',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Occasions for which everybody chooses how soon a mail tells of them. */
export const CHOSEN_OCCASIONS = [
  'answer',
  'reply',
  'mention',
  'thread',
  'solution',
  'solved',
  'kudos',
  'report',
  'reported',
  'waiting',
  'unlawful',
  'reveal',
] as const;
export type ChosenOccasion = (typeof CHOSEN_OCCASIONS)[number];

/** How soon a mail tells: in a mail of its own, in the one of the day, or not at all. */
export const PACES = ['at-once', 'daily', 'never'] as const;
export type Pace = (typeof PACES)[number];
export type Paces = Readonly<Record<ChosenOccasion, Pace>>;

/**
 * Until somebody chooses otherwise: what concerns them at once, what merely happened once a day. Work for moderators comes at
 * once, as somebody waits for them, an offended reader, a new customer with a question, the law: boards that tell of it by
 * the day let an insult stand overnight. That a wave of it does not fill their inbox, `DeskMailer` sees to.
 */
export const DEFAULT_PACES: Paces = {
  answer: 'at-once',
  reply: 'at-once',
  mention: 'at-once',
  thread: 'daily',
  solution: 'at-once',
  solved: 'at-once',
  kudos: 'daily',
  report: 'at-once',
  reported: 'at-once',
  waiting: 'at-once',
  unlawful: 'at-once',
  reveal: 'at-once',
};

/** Where somebody stands towards a board, a tag or a thread. */
export const FOLLOW_STATES = ['none', 'following', 'muted'] as const;
export type FollowState = (typeof FOLLOW_STATES)[number];

/** A board by its primary key, or a tag by itself. */
export interface Subject {
  readonly kind: 'board' | 'tag';
  readonly id: string;
}

/** A decision on a request for access: it is about a group, not about a thread. */
export type AccessOccasion = Extract<Occasion, `access-${string}`>;

/** Decisions about comments of the blog. */
export type CommentOccasion = Extract<Occasion, `comment-${string}`>;

/** What waits for a decision of moderators, or of custodians. */
export const DESK_OCCASIONS = ['reported', 'waiting', 'unlawful', 'reveal'] as const;
export type DeskOccasion = (typeof DESK_OCCASIONS)[number];

/** @returns whether it tells of work for moderators or custodians */
export const isForDesk = (occasion: Occasion): occasion is DeskOccasion =>
  (DESK_OCCASIONS as readonly string[]).includes(occasion);

/** Stand where other notices name a thread: of each kind everything is one group. */
export const DESKS: Readonly<Record<DeskOccasion, string>> = {
  reported: '00000000-0000-4000-8000-000000000001',
  waiting: '00000000-0000-4000-8000-000000000002',
  unlawful: '00000000-0000-4000-8000-000000000003',
  reveal: '00000000-0000-4000-8000-000000000004',
};

/** What happens in threads and below articles. */
export type ThreadOccasion = Exclude<Occasion, AccessOccasion | DeskOccasion>;

/** Everything of one kind that somebody was told about one thread, one group, or work for moderators. */
export interface NoticeGroup {
  /** Of a decision on a request the group, on a comment the article; of work for moderators one of `DESKS`. */
  readonly threadId: string;
  /** Answers to one's own question are counted among the replies here. */
  readonly occasion: Exclude<Occasion, 'answer'>;
  /** How many are new, or how many there were when none is. */
  readonly count: number;
  readonly unread: boolean;
  /** The first one that is new, else the last; of a decision the request, or the comment. */
  readonly postId: string;
  /** When the last one was told, ISO 8601; not when it was written. */
  readonly at: string;
}

/** A post, or work for moderators by its own key, that daily mails are to tell of. */
export interface DigestSubject {
  readonly occasion: ThreadOccasion | DeskOccasion;
  readonly threadId: string;
  readonly postId: string;
}
