import { Decision, NotAllowed, NotFound, SignInRequired, type Actor } from '@kundig/platform/server';
import type { Board } from './storage/board.entity.js';
import type { Post } from './storage/post.entity.js';
import { isStanding, type Thread } from './storage/thread.entity.js';

/** A thread and the board it stands in. */
export interface ThreadInBoard {
  readonly thread: Thread;
  readonly board: Board;
}

/** May I do it? Takes facts, fetches nothing; what may be seen is decided before, by the scope of the query. */
export const forumPolicy = {
  mayStartThread(actor: Actor, board: Board): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (board.closedAt) return Decision.deny(() => new NotAllowed('forum:error.boardClosed'));
    if (board.posting === 'staff' && !actor.can('forum:post-as-staff', board.id))
      return Decision.deny(() => new NotAllowed('forum:error.staffOnly'));
    return Decision.allow;
  },

  /** Guests ask where everybody reads and every member may ask; who they are is asked afterwards. */
  mayAskAsGuest(board: Board): Decision {
    if (board.visibility !== 'public') return Decision.deny(() => new NotFound());
    if (board.posting === 'staff') return Decision.deny(() => new NotAllowed('forum:error.staffOnly'));
    return Decision.allow;
  },

  mayReply(actor: Actor, thread: Thread): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (thread.hiddenAt || thread.deletedAt) return Decision.deny(() => new NotFound());
    if (thread.lockedAt && !actor.can('forum:moderate', thread.boardId))
      return Decision.deny(() => new NotAllowed('forum:error.locked'));
    return Decision.allow;
  },

  /** @param ownIds every pseudonym under which the actor speaks in this thread */
  mayEdit(actor: Actor, thread: Thread, post: Post, ownIds: readonly string[]): Decision {
    if (!isAuthor(post, ownIds)) return Decision.deny(() => new NotFound());
    if (post.isStub) return Decision.deny(() => new NotFound());
    if (thread.lockedAt && !actor.can('forum:moderate', thread.boardId))
      return Decision.deny(() => new NotAllowed('forum:error.locked'));
    return Decision.allow;
  },

  mayDelete(actor: Actor, thread: Thread, post: Post, ownIds: readonly string[]): Decision {
    return this.mayEdit(actor, thread, post, ownIds);
  },

  /** Staff speak as private persons under their own name alone: the mark would tell what an anonymous author is. */
  maySpeakPrivately(actor: Actor, authorId: string | null): Decision {
    return actor.memberId !== null &&
      authorId === actor.memberId &&
      actor.canSomewhere('pseudonyms:speak-as-staff')
      ? Decision.allow
      : Decision.deny(() => new NotFound());
  },

  /** Whoever began a thread says whether search engines may keep it, as long as there is something to keep. */
  mayChooseIndexing(thread: Thread, ownIds: readonly string[]): Decision {
    const isThere = thread.hiddenAt === null && thread.deletedAt === null;
    return isThere && isAuthor(thread, ownIds) ? Decision.allow : Decision.deny(() => new NotFound());
  },

  /** What should never have been written may be taken out of a closed thread and of a hidden post, too. */
  mayRedact(actor: Actor, thread: Thread, post: Post, ownIds: readonly string[]): Decision {
    if (post.deletedAt) return Decision.deny(() => new NotFound());
    return isAuthor(post, ownIds) ? Decision.allow : this.mayModerate(actor, thread);
  },

  /** The asker or a moderator accepts an answer; the question itself and a discussion's posts are none. */
  mayAccept(actor: Actor, thread: Thread, ownIds: readonly string[]): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (thread.kind !== 'question' || thread.hiddenAt || thread.deletedAt)
      return Decision.deny(() => new NotFound());
    const isAsker = thread.authorId !== null && ownIds.includes(thread.authorId);
    return isAsker || actor.can('forum:moderate', thread.boardId)
      ? Decision.allow
      : Decision.deny(() => new NotAllowed('forum:error.onlyAskerAccepts'));
  },

  /** Others have the asker's problem; the asker has asked. What is solved or closed gathers no more of them. */
  mayShareProblem(actor: Actor, thread: Thread, ownIds: readonly string[]): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    const open = this.mayBeSolved(thread);
    if (open.allowed && thread.authorId !== null && ownIds.includes(thread.authorId))
      return Decision.deny(() => new NotAllowed('forum:error.ownProblem'));
    return open;
  },

  /** Guests share the problem of what everybody reads. */
  mayShareProblemAsGuest(thread: Thread, board: Board): Decision {
    return board.visibility === 'public' ? this.mayBeSolved(thread) : Decision.deny(() => new NotFound());
  },

  /** Whether it is a question that waits for its solution. */
  mayBeSolved(thread: Thread): Decision {
    if (thread.kind !== 'question' || thread.hiddenAt || thread.deletedAt)
      return Decision.deny(() => new NotFound());
    if (thread.solutionCount > 0) return Decision.deny(() => new NotAllowed('forum:error.solvedAlready'));
    return Decision.allow;
  },

  /**
   * Experts propose where the asker has marked nothing for long. They speak with their nickname: a persona is no expert,
   * and nothing may tie the two.
   */
  mayProposeSolution(
    actor: Actor,
    thread: Thread,
    facts: {
      readonly ownIds: readonly string[];
      readonly voice: 'nickname' | 'anonymous' | null;
      readonly isExpert: boolean;
      readonly isDue: boolean;
    },
  ): Decision {
    if (!actor.isMember) return Decision.deny(() => new SignInRequired());
    if (!facts.isExpert) return Decision.deny(() => new NotFound());
    const open = this.mayBeSolved(thread);
    if (!open.allowed) return open;
    if (facts.voice === 'anonymous') return Decision.deny(() => new NotAllowed('forum:error.proposeByName'));
    if (thread.authorId !== null && facts.ownIds.includes(thread.authorId))
      return Decision.deny(() => new NotAllowed('forum:error.ownProblem'));
    return facts.isDue ? Decision.allow : Decision.deny(() => new NotAllowed('forum:error.proposeTooSoon'));
  },

  /**
   * A thread goes where the mover could have begun it. Into a wider circle than it was written for only those bring it who
   * moderate the whole community.
   */
  mayMove(actor: Actor, from: Board, to: Board): Decision {
    if (!actor.can('forum:moderate', from.id)) return Decision.deny(() => new NotFound());
    if (isWider(from, to) && !actor.can('forum:moderate'))
      return Decision.deny(() => new NotAllowed('forum:error.wouldPublish'));
    return this.mayStartThread(actor, to);
  },

  /**
   * Posts go where the moderator moderates, too, and into no wider circle than they were written for, but by those who
   * moderate the whole community. A discussion has no solutions.
   */
  mayMerge(actor: Actor, from: ThreadInBoard, into: ThreadInBoard): Decision {
    for (const { thread } of [from, into]) {
      if (thread.hiddenAt || thread.deletedAt || !actor.can('forum:moderate', thread.boardId))
        return Decision.deny(() => new NotFound());
    }
    if (isWider(from.board, into.board) && !actor.can('forum:moderate'))
      return Decision.deny(() => new NotAllowed('forum:error.wouldPublish'));
    if (from.thread.solutionCount > 0 && into.thread.kind === 'discussion')
      return Decision.deny(() => new NotAllowed('forum:error.solvedStaysQuestion'));
    return Decision.allow;
  },

  /** Nothing moves, so the circles of readers may differ: who may not read the one is not told of it by the other. */
  mayMarkDuplicate(actor: Actor, thread: Thread, canonical: Thread): Decision {
    const areTheirs = [thread, canonical].every(
      (one) => isStanding(one) && actor.can('forum:moderate', one.boardId),
    );
    return areTheirs ? Decision.allow : Decision.deny(() => new NotFound());
  },

  /** Posts stay in the board of their thread, or go where the whole thread could be moved. */
  maySplit(actor: Actor, from: ThreadInBoard, to: Board): Decision {
    const { thread, board } = from;
    if (thread.hiddenAt || thread.deletedAt || !actor.can('forum:moderate', board.id))
      return Decision.deny(() => new NotFound());
    return to.id === board.id ? Decision.allow : this.mayMove(actor, board, to);
  },

  mayModerate(actor: Actor, thread: Thread): Decision {
    return actor.can('forum:moderate', thread.boardId) ? Decision.allow : Decision.deny(() => new NotFound());
  },
};

const CIRCLES: Record<Board['visibility'], number> = { group: 0, members: 1, public: 2 };

/** Whether `to` has readers that `from` has not. */
const isWider = (from: Board, to: Board): boolean =>
  CIRCLES[to.visibility] > CIRCLES[from.visibility] ||
  (to.visibility === 'group' && from.visibility === 'group' && to.groupId !== from.groupId);

const isAuthor = ({ authorId }: Pick<Post, 'authorId'>, ownIds: readonly string[]): boolean =>
  authorId !== null && ownIds.includes(authorId);
