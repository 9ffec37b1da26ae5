import { DomainEvent } from '@kundig/platform/server';

/** Primary keys of the thread and the post concerned. */
export type PostRef = { threadId: string; postId: string };

export class ThreadStarted extends DomainEvent<PostRef> {
  static readonly type = 'forum.thread-started.v1';
}
export class ReplyPosted extends DomainEvent<PostRef> {
  static readonly type = 'forum.reply-posted.v1';
}
/** Text, title or tags changed. */
export class PostEdited extends DomainEvent<PostRef> {
  static readonly type = 'forum.post-edited.v1';
}
/** A post became a stub: its author deleted it or a moderator hid it. */
export class PostWithdrawn extends DomainEvent<PostRef> {
  static readonly type = 'forum.post-withdrawn.v1';
}
/** A hidden post can be read again. */
export class PostRestored extends DomainEvent<PostRef> {
  static readonly type = 'forum.post-restored.v1';
}
/** An answer that was accepted or is no solution any more. */
export type SolutionRef = PostRef & {
  accepted: boolean;
  /** Pseudonym ids of those who know without being told: who marked it, and askers told in words of their own. */
  knownTo: string[];
};

/** A post was accepted as a solution, or no longer is one. */
export class SolutionChanged extends DomainEvent<SolutionRef> {
  static readonly type = 'forum.solution-changed.v1';
}
/** How many people have the problem of a thread changed. */
export class SameProblemCounted extends DomainEvent<{ threadId: string }> {
  static readonly type = 'forum.same-problem-counted.v1';
}
/** Title, tags, kind or board of a thread changed. */
export class ThreadChanged extends DomainEvent<{ threadId: string }> {
  static readonly type = 'forum.thread-changed.v1';
}
/** A thread whose posts all went behind those of another one. */
export type MergedThreadRefs = {
  fromId: string;
  intoId: string;
  /** Number of posts the other one had: position 1 became `offset + 1`. */
  offset: number;
};
/** A thread that was made of posts of another one. */
export type SplitThreadRefs = {
  fromId: string;
  intoId: string;
  /** Where the posts stood, ascending. */
  positions: number[];
};

/** A thread went over into another one, and its address leads there. */
export class ThreadsMerged extends DomainEvent<MergedThreadRefs> {
  static readonly type = 'forum.threads-merged.v1';
}
/** Posts of a thread became a thread of their own. */
export class ThreadSplit extends DomainEvent<SplitThreadRefs> {
  static readonly type = 'forum.thread-split.v1';
}
/** A thread that was found to ask what another one asks. */
export type DuplicateRef = {
  threadId: string;
  /** The thread that readers are led to. */
  canonicalId: string;
  /** Pseudonym id of who marked it, and knows without being told. */
  markedBy: string;
};

/** A moderator marked a thread as a duplicate of another one. */
export class DuplicateMarked extends DomainEvent<DuplicateRef> {
  static readonly type = 'forum.duplicate-marked.v1';
}
/** A whole thread came from elsewhere, or the links in its posts were renewed. Nobody is told of it. */
export class ThreadImported extends DomainEvent<{ threadId: string }> {
  static readonly type = 'forum.thread-imported.v1';
}
