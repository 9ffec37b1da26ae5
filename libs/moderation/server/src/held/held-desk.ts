import { Injectable } from '@nestjs/common';
import { HeldComments, type HeldComment } from '@kundig/blog/server';
import { HeldPlaces, type HeldPost } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { HeldPosts, type HeldPostView } from '@kundig/pseudonyms/server';
import { HeldRepository } from '../storage/held.repository.js';

/** A post, a change of one, or a comment that waits, with its place. */
export type HeldItem = HeldPost | HeldComment;

/** Held items looked at, of which some may be on others' boards; the next ones follow when these are decided. */
const LOOKED_AT = 2000;

/** What waits, for those who decide and for those who wrote it. */
@Injectable()
export class HeldDesk {
  constructor(
    private readonly held: HeldPosts,
    private readonly rows: HeldRepository,
    private readonly posts: HeldPlaces,
    private readonly comments: HeldComments,
  ) {}

  /** What the actor may decide about, the oldest first. */
  async toDecide(ctx: RequestContext, first: number): Promise<HeldItem[]> {
    return this.placedByIds(ctx, (await this.idsToDecide(ctx)).slice(0, first));
  }

  /** How much of it there is. One statement while nothing waits, else two. */
  async countToDecide(ctx: RequestContext): Promise<number> {
    return (await this.idsToDecide(ctx)).length;
  }

  /** @returns null where there is none the actor may decide about */
  async find(ctx: RequestContext, id: string): Promise<HeldItem | null> {
    const [item] = await this.placedByIds(ctx, [id]);
    return item && mayDecide(ctx, item) ? item : null;
  }

  /** Those that still wait, whoever decides about them, as far as the actor may read their places. */
  async placedByIds(ctx: RequestContext, ids: readonly string[]): Promise<HeldItem[]> {
    return ids.length > 0 ? this.placed(ctx, await this.held.findByIds(ids)) : [];
  }

  /** What the viewer wrote, the newest first, as far as its place is still there for them. */
  async own(ctx: RequestContext): Promise<HeldItem[]> {
    return this.placed(ctx, await this.held.own(ctx));
  }

  private async idsToDecide(ctx: RequestContext): Promise<string[]> {
    return this.rows.inScope(ctx, await this.held.places(LOOKED_AT));
  }

  private async placed(ctx: RequestContext, views: readonly HeldPostView[]): Promise<HeldItem[]> {
    const items = [...(await this.posts.of(ctx, views)), ...(await this.comments.of(ctx, views))];
    return views.flatMap(({ id }) => items.find((item) => item.id === id) ?? []);
  }
}

/** Whether the actor moderates the board; comments belong to no board, so a right for some boards is none. */
export const mayDecide = ({ actor }: RequestContext, item: HeldItem): boolean =>
  'place' in item ? actor.can('forum:moderate', item.place.board.id) : actor.can('forum:moderate');

/** What the log names in place of something that never stood anywhere. */
export function subjectOf(item: HeldItem): {
  subjectType: 'article' | 'thread' | 'board';
  subjectId: string;
} {
  if (!('place' in item)) return { subjectType: 'article', subjectId: item.article.publicId };
  if (item.thread) return { subjectType: 'thread', subjectId: item.thread.publicId };
  return { subjectType: 'board', subjectId: item.place.board.publicId };
}
