import { DomainEvent } from '@kundig/platform/server';

/** A moderator made the post a stub; its author is to be told why. Payload: primary keys of thread and post. */
export class PostHidden extends DomainEvent<{ threadId: string; postId: string }> {
  static readonly type = 'moderation.post-hidden.v1';
}

/** Something is reported about a post or comment, or waits again; its moderators are to be told. Payload: its primary key. */
export class SubjectReported extends DomainEvent<{ subjectId: string }> {
  static readonly type = 'moderation.subject-reported.v1';
}

/** Somebody has notified of unlawful content; they are to have a receipt, and moderators are to be told. Payload: primary key of the notice. */
export class NoticeFiled extends DomainEvent<{ noticeId: string }> {
  static readonly type = 'moderation.notice-filed.v1';
}

/** A notice of unlawful content is decided; who sent it is to be told why. Payload: primary key of the notice. */
export class NoticeDecided extends DomainEvent<{ noticeId: string }> {
  static readonly type = 'moderation.notice-decided.v1';
}

/** The decision about a notice was taken back; who sent it is to be told. Payload: primary key of the notice, and when, ISO 8601. */
export class NoticeReopened extends DomainEvent<{ noticeId: string; at: string }> {
  static readonly type = 'moderation.notice-reopened.v1';
}

/**
 * Something a notice was about is shown again, after another decision than that about the notice; who sent it is to be told.
 * Payload: primary key of the notice, and when, ISO 8601.
 */
export class NoticedContentShown extends DomainEvent<{ noticeId: string; at: string }> {
  static readonly type = 'moderation.noticed-content-shown.v1';
}

/** The decision to show it was taken back; who sent the notice is to be told. Payload as above. */
export class NoticedContentHidden extends DomainEvent<{ noticeId: string; at: string }> {
  static readonly type = 'moderation.noticed-content-hidden.v1';
}

/**
 * What was reported about a post is decided; who reported it is to be told. Payload: primary keys of thread and post, and
 * when it was decided, ISO 8601.
 */
export class ReportsDecided extends DomainEvent<{ threadId: string; postId: string; at: string }> {
  static readonly type = 'moderation.reports-decided.v1';
}

/**
 * Moderators took back that a post is hidden, of their own accord; its author is to be told. Payload: primary keys of thread
 * and post, since when it was hidden and when it was shown, ISO 8601.
 */
export class PostShownAgain extends DomainEvent<{
  threadId: string;
  postId: string;
  hiddenAt: string;
  at: string;
}> {
  static readonly type = 'moderation.post-shown-again.v1';
}

/** The same for a comment of the blog. */
export class CommentShownAgain extends DomainEvent<{ commentId: string; hiddenAt: string; at: string }> {
  static readonly type = 'moderation.comment-shown-again.v1';
}

/** The same as `PostHidden` for a comment of the blog. Payload: its primary key. */
export class CommentHidden extends DomainEvent<{ commentId: string }> {
  static readonly type = 'moderation.comment-hidden.v1';
}

/** The same as `ReportsDecided` for a comment. Payload: its primary key, and when it was decided, ISO 8601. */
export class CommentReportsDecided extends DomainEvent<{ commentId: string; at: string }> {
  static readonly type = 'moderation.comment-reports-decided.v1';
}

/** A moderator took an expert's proposal for the solution; the asker is to be told. Payload: primary keys of thread and post. */
export class ProposalAccepted extends DomainEvent<{ threadId: string; postId: string }> {
  static readonly type = 'moderation.proposal-accepted.v1';
}

/** An author's objection is decided; they are to be told. Payload: its primary key. */
export class ObjectionDecided extends DomainEvent<{ objectionId: string }> {
  static readonly type = 'moderation.objection-decided.v1';
}

/**
 * The decision about an author's objection was taken back; they are to be told. Payload: its primary key, when it had been
 * decided and when that was taken back, ISO 8601.
 */
export class ObjectionReopened extends DomainEvent<{ objectionId: string; decidedAt: string; at: string }> {
  static readonly type = 'moderation.objection-reopened.v1';
}
