import { Injectable } from '@nestjs/common';
import { HeldComments, type HeldComment } from '@kundig/blog/server';
import { HeldPlaces, type HeldPost } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { HeldPosts, type HeldPostView } from '@kundig/pseudonyms/server';

/** A post, a change of one, or a comment that waits, with its place. */
export type HeldItem = HeldPost | HeldComment;

/** Held items looked at in one go, and at most for one page of the desk: some may be on others' boards. */
const STEP = 200;
const LOOKED_AT = 2000;

/** What waits, for those who decide and for those who wrote it. */
@Injectable()
export class HeldDesk {
  constructor(
    private readonly held: HeldPosts,
    private readonly posts: HeldPlaces,
    private readonly comments: HeldComments,
  ) {}

  /** What the actor may decide about, the oldest first. */
  async toDecide(ctx: RequestContext, limit: number): Promise<HeldItem[]> {
    const found: HeldItem[] = [];
    for (let looked = 0; looked < LOOKED_AT && found.length < limit; looked += STEP) {
      const views = await this.held.oldest(STEP, looked);
      found.push(...(await this.placed(ctx, views)).filter((item) => mayDecide(ctx, item)));
      if (views.length < STEP) break;
    }
    return found.slice(0, limit);
  }

  /** @returns null where there is none the actor may decide about */
  async find(ctx: RequestContext, id: string): Promise<HeldItem | null> {
    const view = await this.held.find(id);
    const [item] = view ? await this.placed(ctx, [view]) : [];
    return item && mayDecide(ctx, item) ? item : null;
  }

  /** What the viewer wrote, the newest first, as far as its place is still there for them. */
  async own(ctx: RequestContext): Promise<HeldItem[]> {
    return this.placed(ctx, await this.held.own(ctx));
  }

  private async placed(ctx: RequestContext, views: readonly HeldPostView[]): Promise<HeldItem[]> {
    const items = [...(await this.posts.of(ctx, views)), ...(await this.comments.of(ctx, views))];
    return views.flatMap(({ id }) => items.find((item) => item.id === id) ?? []);
  }
}

/** Whether the actor moderates the board; comments belong to no board, so a right for some boards is none. */
export const mayDecide = ({ actor }: RequestContext, item: HeldItem): boolean =>
  'place' in item ? actor.can('forum:moderate', item.place.board.id) : actor.can('forum:moderate');
