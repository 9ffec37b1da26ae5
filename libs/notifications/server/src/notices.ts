import { Injectable } from '@nestjs/common';
import { CommentRepository, commentPath, type PlacedComment } from '@kundig/blog/server';
import {
  BoardRepository,
  boardPath,
  ForumPresenter,
  isStanding,
  PostRepository,
  ThreadLoader,
  threadPath,
  type Board,
  type Thread,
} from '@kundig/forum/server';
import {
  DESK_OCCASIONS,
  DESKS,
  IdentityPort,
  isForDesk,
  type DeskOccasion,
  type NoticeGroup,
} from '@kundig/identity/server';
import { Features, SignInRequired, type Actor, type RequestContext } from '@kundig/platform/server';
import { DESK_PATHS } from './desk-matters.js';

/** Who works at each desk: for some boards at least, or for notices of unlawful content everywhere. */
const WORKS_AT: Readonly<Record<DeskOccasion, (actor: Actor) => boolean>> = {
  reported: (actor) => actor.canSomewhere('forum:moderate'),
  waiting: (actor) => actor.canSomewhere('forum:moderate'),
  unlawful: (actor) => actor.can('moderation:read-reports'),
  reveal: (actor) => actor.canSomewhere('identity:approve-reveal'),
};

/** @returns whether somebody works at a desk */
export const mayWorkAt = ({ actor }: RequestContext, occasion: DeskOccasion): boolean =>
  WORKS_AT[occasion](actor);

/** A group of notices with what the viewer may see of it now. */
export interface ShownNotice extends NoticeGroup {
  /** Null for a decision on a request for access, or about a comment, and for work of moderators. */
  readonly thread: Thread | null;
  /** The board of the group the request was about; null for what happens in threads. */
  readonly groupBoard: Board | null;
  /** The comment below an article that was decided about; null for all else. */
  readonly comment: PlacedComment | null;
  readonly path: string;
}

/** What the viewer was told, as far as they may still read it. */
@Injectable()
export class Notices {
  constructor(
    private readonly identity: IdentityPort,
    private readonly threads: ThreadLoader,
    private readonly posts: PostRepository,
    private readonly boards: BoardRepository,
    private readonly comments: CommentRepository,
    private readonly present: ForumPresenter,
    private readonly features: Features,
  ) {}

  /** Newest first; what was hidden, deleted or closed to the viewer meanwhile is left out, but for one's own hidden posts and what one has reported. */
  async of(ctx: RequestContext): Promise<ShownNotice[]> {
    const groups = await this.identity.notices(memberOf(ctx));
    const threads = await this.threads.loadMany(
      ctx,
      groups.map(({ threadId }) => threadId),
    );
    const posts = new Map(
      (
        await this.posts.findReadableByIds(
          ctx,
          groups.map(({ postId }) => postId),
        )
      ).map((post) => [post.id, post]),
    );
    const groupBoards = await this.groupBoards(ctx, groups);
    const comments = await this.commentsOf(ctx, groups);
    const goals = await this.goalsOf(ctx, groups, threads);
    return groups.flatMap((group, index): ShownNotice[] => {
      const { occasion } = group;
      if (isForDesk(occasion))
        return mayWorkAt(ctx, occasion) ? [{ ...group, ...NOTHING, path: DESK_PATHS[occasion] }] : [];
      if (isAccess(group)) {
        const groupBoard = groupBoards.get(group.threadId);
        return groupBoard ? [{ ...group, ...NOTHING, groupBoard, path: boardPath(groupBoard) }] : [];
      }
      if (isAboutComment(group)) {
        const comment = comments.get(group.postId);
        return comment ? [{ ...group, ...NOTHING, comment, path: commentPath(comment) }] : [];
      }
      const thread = threads[index];
      if (!thread || !isToldStill(group, thread)) return [];
      if (occasion === 'duplicate' && !goals.has(thread.duplicateOfId)) return [];
      const post = posts.get(group.postId);
      const path = post ? this.present.postPath(thread, post) : threadPath(thread);
      return [{ ...group, ...NOTHING, thread, path }];
    });
  }

  /** Keys of the threads to which duplicates lead, as far as there is something that the viewer may read. */
  private async goalsOf(
    ctx: RequestContext,
    groups: readonly NoticeGroup[],
    threads: readonly (Thread | null)[],
  ): Promise<ReadonlySet<string | null>> {
    const ids = groups.flatMap(({ occasion }, index) =>
      occasion === 'duplicate' ? (threads[index]?.duplicateOfId ?? []) : [],
    );
    const goals = await this.threads.loadMany(ctx, ids);
    return new Set(goals.flatMap((goal) => (goal && isStanding(goal) ? [goal.id] : [])));
  }

  /** Boards by the groups they belong to, as far as the viewer knows of them; asked only where a decision was told. */
  private async groupBoards(
    ctx: RequestContext,
    notices: readonly NoticeGroup[],
  ): Promise<ReadonlyMap<string, Board>> {
    if (!notices.some(isAccess)) return new Map();
    const known = await this.boards.known(ctx);
    return new Map(known.flatMap(({ board }) => (board.groupId ? [[board.groupId, board] as const] : [])));
  }

  /** Comments by their keys, where there is a blog and their articles are in force; asked only where something was told of one. */
  private async commentsOf(
    ctx: RequestContext,
    notices: readonly NoticeGroup[],
  ): Promise<ReadonlyMap<string, PlacedComment>> {
    const ids = this.features.isOn('blog') ? notices.filter(isAboutComment).map(({ postId }) => postId) : [];
    const comments = ids.length > 0 ? await this.comments.findByIds(ctx, ids) : [];
    return new Map(comments.map((comment) => [comment.id, comment]));
  }

  /** @returns number of threads, and desks at which the viewer works, with news; none for visitors */
  async unread(ctx: RequestContext): Promise<number> {
    const { memberId } = ctx.actor;
    if (memberId === null) return 0;
    const closed = DESK_OCCASIONS.filter((desk) => !mayWorkAt(ctx, desk));
    return this.identity.unreadNotices(
      memberId,
      closed.map((desk) => DESKS[desk]),
    );
  }

  /** @param threadId primary key, or one of `DESKS`; null for all that there is */
  async markRead(ctx: RequestContext, threadId: string | null): Promise<void> {
    await this.identity.markNoticesRead(memberOf(ctx), threadId);
  }
}

function memberOf(ctx: RequestContext): string {
  if (!ctx.actor.memberId) throw new SignInRequired();
  return ctx.actor.memberId;
}

/** What a notice is not about. */
const NOTHING = { thread: null, groupBoard: null, comment: null };

/** What is told of a hidden thread, too. */
const TOLD_OF_HIDDEN: readonly NoticeGroup['occasion'][] = ['hidden', 'report', 'objection', 'revealed'];

const isToldStill = ({ occasion }: NoticeGroup, { deletedAt, hiddenAt }: Thread): boolean =>
  !deletedAt && (!hiddenAt || TOLD_OF_HIDDEN.includes(occasion));

const isAboutComment = ({ occasion }: NoticeGroup): boolean => occasion.startsWith('comment-');
const isAccess = ({ occasion }: NoticeGroup): boolean => occasion.startsWith('access-');
