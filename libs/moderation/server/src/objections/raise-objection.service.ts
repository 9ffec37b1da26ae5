import { Injectable } from '@nestjs/common';
import { CommentRepository, commentPath } from '@kundig/blog/server';
import { ForumPresenter, PostAccess } from '@kundig/forum/server';
import {
  Clock,
  Conflict,
  NotFound,
  Randomness,
  SignInRequired,
  toQuarterHour,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { AuditRepository, type AuditEntry } from '../storage/audit.repository.js';
import { ObjectionRepository } from '../storage/objection.repository.js';
import { objectionPolicy, type Hideable } from './objection.policy.js';
import { OwnNames } from './own-names.js';

export interface RaiseObjection {
  /** Public id of the post or comment. */
  readonly about: { readonly postId: string } | { readonly commentId: string };
  readonly words: string;
}

/** Something hidden, as its author objects to that. */
interface Hidden extends Hideable {
  /** By primary key. */
  readonly about: { readonly postId: string } | { readonly commentId: string };
  readonly subjectId: string;
  /** The decision, as the log names it. */
  readonly decision: Pick<AuditEntry, 'action' | 'subjectType' | 'subjectId'>;
  readonly ownIds: readonly string[];
  readonly path: string;
}

/**
 * Has a second moderator look at a decision. The author stands there as at the post itself, and the time is rounded for
 * everybody: a persona must not be told by it.
 */
@Injectable()
export class RaiseObjectionService {
  constructor(
    private readonly access: PostAccess,
    private readonly comments: CommentRepository,
    private readonly objections: ObjectionRepository,
    private readonly names: OwnNames,
    private readonly log: AuditRepository,
    private readonly present: ForumPresenter,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat with the same words.
   * @returns path of the place at which its author sees how it stands
   * @throws NotFound no such post or comment, not the actor's own, not hidden, or shown again meanwhile
   * @throws Conflict the author has objected to that decision already
   * @throws SignInRequired, TooManyRequests
   */
  async execute(ctx: RequestContext, { about, words }: RaiseObjection): Promise<string> {
    if (ctx.actor.memberId === null) throw new SignInRequired();
    const hidden = 'postId' in about ? await this.post(ctx, about.postId) : await this.comment(ctx, about);
    objectionPolicy.mayObject(hidden, hidden.ownIds).orThrow();
    await this.limits.consume(ctx, 'report');
    const isNew = await this.objections.raise(ctx, {
      id: this.random.uuid(),
      about: hidden.about,
      authorId: hidden.authorId!,
      hiddenAt: hidden.hiddenAt!,
      hiderId: await this.log.lastActor(ctx, hidden.decision),
      words,
      createdAt: toQuarterHour(this.clock.now()),
    });
    if (!isNew) await this.requireSame(ctx, hidden, words);
    return hidden.path;
  }

  private async requireSame(ctx: RequestContext, { subjectId, hiddenAt }: Hidden, words: string) {
    const earlier = (await this.objections.against(ctx, [subjectId])).find(
      (objection) => objection.hiddenAt.getTime() === hiddenAt!.getTime(),
    );
    if (!earlier) throw new NotFound();
    if (earlier.words !== words) throw new Conflict('moderation:error.objectedAlready');
  }

  private async post(ctx: RequestContext, publicId: string): Promise<Hidden> {
    const { post, thread, ownIds } = await this.access.require(ctx, publicId);
    return {
      ...{ authorId: post.authorId, hiddenAt: post.hiddenAt, deletedAt: post.deletedAt, ownIds },
      about: { postId: post.id },
      subjectId: post.id,
      decision: { action: 'post-hidden', subjectType: 'post', subjectId: publicId },
      path: this.present.postPath(thread, post),
    };
  }

  private async comment(ctx: RequestContext, { commentId }: { commentId: string }): Promise<Hidden> {
    const comment = await this.comments.find(ctx, commentId);
    if (!comment) throw new NotFound();
    const { authorId, hiddenAt, deletedAt } = comment;
    return {
      ...{ authorId, hiddenAt, deletedAt, ownIds: await this.names.in(ctx, null) },
      about: { commentId: comment.id },
      subjectId: comment.id,
      decision: { action: 'comment-hidden', subjectType: 'comment', subjectId: commentId },
      path: commentPath(comment),
    };
  }
}
