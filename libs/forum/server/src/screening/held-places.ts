import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { HeldPostView } from '@kundig/pseudonyms/server';
import { BoardRepository, type KnownBoard } from '../storage/board.repository.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { heldWriteOf, type HeldWrite } from './held-content.js';

/** A held post with the place it is meant for. */
export interface HeldPost extends Omit<HeldPostView, 'content'> {
  readonly write: HeldWrite;
  /** The board it belongs to. */
  readonly place: KnownBoard;
  /** Null where it begins a thread. */
  readonly thread: Thread | null;
  /** The post it changes; null where it is a new one. */
  readonly edited: Post | null;
}

type PlacedPost = Pick<HeldPost, 'thread' | 'edited'>;

/** Where held posts are meant to stand. */
@Injectable()
export class HeldPlaces {
  constructor(
    private readonly boards: BoardRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
  ) {}

  /** @returns those for the forum whose place the actor may read; at most four statements */
  async of(ctx: RequestContext, views: readonly HeldPostView[]): Promise<HeldPost[]> {
    const held = views.flatMap(({ content, ...view }) => {
      const write = heldWriteOf(content);
      return write ? [{ ...view, write }] : [];
    });
    if (held.length === 0) return [];
    const boards = await this.boards.known(ctx);
    const placed = await this.placesOf(
      ctx,
      held.map(({ write }) => write),
    );
    return held.flatMap((post) => {
      const there = placed(post.write);
      const place = boards.find(
        ({ board, readable }) =>
          readable &&
          (post.write.kind === 'thread'
            ? board.publicId === post.write.boardId
            : board.id === there?.thread?.boardId),
      );
      return there && place ? [{ ...post, ...there, place }] : [];
    });
  }

  private async placesOf(
    ctx: RequestContext,
    writes: readonly HeldWrite[],
  ): Promise<(write: HeldWrite) => PlacedPost | null> {
    const editedIds = writes.flatMap((write) => (write.kind === 'edit' ? [write.postId] : []));
    const posts = editedIds.length > 0 ? await this.posts.findReadableByPublicIds(ctx, editedIds) : [];
    const answeredIds = writes.flatMap((write) => ('threadId' in write ? [write.threadId] : []));
    const answered =
      answeredIds.length > 0 ? await this.threads.findReadableByPublicIds(ctx, answeredIds) : [];
    const threadIds = posts.map(({ threadId }) => threadId);
    const around = threadIds.length > 0 ? await this.threads.findReadableByIds(ctx, threadIds) : [];
    return (write) => {
      if (write.kind === 'thread') return { thread: null, edited: null };
      if ('threadId' in write) {
        const thread = answered.find(({ publicId }) => publicId === write.threadId);
        return thread ? { thread, edited: null } : null;
      }
      const edited = posts.find(({ publicId }) => publicId === write.postId);
      const thread = around.find(({ id }) => id === edited?.threadId);
      return edited && thread ? { thread, edited } : null;
    };
  }
}
