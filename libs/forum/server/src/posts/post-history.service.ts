import { Injectable } from '@nestjs/common';
import {
  Clock,
  minutesBefore,
  textChanges,
  toQuarterHour,
  type RequestContext,
  type TextChange,
} from '@kundig/platform/server';
import { PostRevisionRepository } from '../storage/post-revision.repository.js';
import type { Post } from '../storage/post.entity.js';
import type { Thread } from '../storage/thread.entity.js';

/** Whoever mends a slip right after posting needs no witness. */
const UNWITNESSED_MINUTES = 5;
/** Changes shown of one post, the latest. */
const SHOWN = 50;

/** One change of a post. */
export interface PostChange {
  /** From 1, the first change. */
  readonly number: number;
  readonly at: Date;
  /** Pseudonym of who made it; null once erased. */
  readonly by: string | null;
  readonly title: readonly TextChange[];
  readonly tags: readonly TextChange[];
  readonly body: readonly TextChange[];
}

/** Keeps what posts said before, and tells how one text became the next. */
@Injectable()
export class PostHistory {
  constructor(
    private readonly revisions: PostRevisionRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Whether a change of a post now is too soon after its writing to be kept. What a persona wrote is known to the quarter
   * of an hour: there the change counts as soon while it could be.
   */
  isUnwitnessed({ createdAt }: Post): boolean {
    const earliest = minutesBefore(this.clock.now(), UNWITNESSED_MINUTES);
    return createdAt >= earliest || createdAt.getTime() === toQuarterHour(earliest).getTime();
  }

  /**
   * Keeps a post as it is, before something else takes its place.
   * @param post locked by the transaction
   * @param thread the thread it opens, locked too; null for replies
   * @param by pseudonym of who changes it
   * @param at rounded where a persona changes it
   */
  async keep(tx: RequestContext, post: Post, thread: Thread | null, by: string, at: Date): Promise<void> {
    await this.revisions.add(tx, {
      postId: post.id,
      title: thread && thread.title,
      tags: thread && thread.tags,
      bodyMd: post.bodyMd,
      replacedBy: by,
      replacedAt: at,
    });
  }

  /** The latest changes, newest first. Whether they may be seen is decided by the caller. */
  async of(ctx: RequestContext, post: Post, thread: Thread): Promise<PostChange[]> {
    const former = await this.revisions.latest(ctx, post.id, SHOWN);
    const label = post.kind === 'opening' ? thread : { title: null, tags: null };
    const now = { title: label.title, tags: label.tags, bodyMd: post.bodyMd };
    return former.map((before, index) => {
      const after = index === 0 ? now : former[index - 1]!;
      const isOpening = before.title !== null && after.title !== null; // it may have become a reply by a merge
      return {
        number: before.number,
        at: before.replacedAt,
        by: before.replacedBy,
        title: isOpening ? textChanges(before.title!, after.title!) : [],
        tags: isOpening ? textChanges(before.tags!.join(', '), after.tags!.join(', ')) : [],
        body: textChanges(before.bodyMd, after.bodyMd),
      };
    });
  }
}
