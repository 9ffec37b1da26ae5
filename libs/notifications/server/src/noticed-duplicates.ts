import { Injectable } from '@nestjs/common';
import { isStanding, PostRepository, ThreadRepository, type Thread } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { NoticedPosts } from './noticed-posts.js';

/** A duplicate people are to be told of, as it is now. */
export interface NoticedDuplicate {
  readonly thread: Thread;
  /** Where it leads. */
  readonly canonical: Thread;
  /** Key of its opening post. */
  readonly openingId: string;
  /** Members who may read both threads now; null for all. */
  readonly readers: readonly string[] | null;
}

/** Looks at duplicates again at the moment people are told: between the mark and then everything may have changed. */
@Injectable()
export class NoticedDuplicates {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly noticed: NoticedPosts,
  ) {}

  /**
   * @param ctx of a job, which may look everywhere
   * @returns those of the threads that are duplicates, where both are there to be read
   */
  async of(ctx: RequestContext, threadIds: readonly string[]): Promise<NoticedDuplicate[]> {
    const duplicates = (await this.threads.findReadableByIds(ctx, threadIds)).filter(isStanding);
    const goals = duplicates.flatMap(({ duplicateOfId }) => duplicateOfId ?? []);
    if (goals.length === 0) return [];
    const openings = await this.posts.parts(
      ctx,
      [...duplicates.map(({ id }) => id), ...goals].map((threadId) => ({ threadId, from: 1, to: 1 })),
    );
    const noticed = await this.noticed.findMany(
      ctx,
      openings.map(({ id: postId, threadId }) => ({ postId, threadId })),
    );
    const places = new Map(noticed.map((place) => [place.thread.id, place]));
    return duplicates.flatMap(({ id, duplicateOfId }) => {
      const place = places.get(id);
      const goal = duplicateOfId === null ? undefined : places.get(duplicateOfId);
      if (!place || !goal || !isStanding(goal.thread)) return [];
      const readers = both(place.readers, goal.readers);
      return [{ thread: place.thread, canonical: goal.thread, openingId: place.post.id, readers }];
    });
  }
}

const both = (some: readonly string[] | null, others: readonly string[] | null): readonly string[] | null =>
  some && others ? some.filter((id) => others.includes(id)) : (some ?? others);
