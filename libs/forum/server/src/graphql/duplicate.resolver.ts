import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@kundig/platform/server';
import { isStanding } from '../storage/thread.entity.js';
import { DuplicatesLoader, ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import { ThreadObject } from './thread.object.js';

const MOST_SHOWN = 50;

/** Where a thread that was asked before leads, and what leads to a thread, as far as the viewer may read it. */
@Resolver(() => ThreadObject)
export class DuplicateResolver {
  constructor(
    private readonly threads: ThreadLoader,
    private readonly duplicatesOf: DuplicatesLoader,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => ThreadObject, {
    nullable: true,
    description:
      'The thread that asked the same before. Null, too, where the viewer may not read it or it was taken away.',
  })
  async duplicateOf(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ThreadObject,
  ): Promise<ThreadObject | null> {
    if (row.duplicateOfId === null || !isStanding(row)) return null;
    const [canonical] = await this.shown(ctx, [row.duplicateOfId]);
    return canonical ?? null;
  }

  @ResolveField(() => [ThreadObject], {
    description: `Threads that asked the same later, the oldest first; at most ${MOST_SHOWN}.`,
  })
  async duplicates(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<ThreadObject[]> {
    if (row.duplicateOfId !== null || !isStanding(row)) return [];
    const duplicates = await this.shown(ctx, (await this.duplicatesOf.load(ctx, row.id)) ?? []);
    return duplicates.slice(0, MOST_SHOWN);
  }

  /** A kept page bears what it does not show, too: it changes when that comes back. */
  private async shown(ctx: RequestContext, ids: readonly string[]): Promise<ThreadObject[]> {
    for (const id of ids) ctx.shown.add(`thread:${id}`);
    const threads = await this.threads.loadMany(ctx, ids);
    return threads.flatMap((thread) =>
      thread && isStanding(thread) ? [this.present.thread(ctx, thread)] : [],
    );
  }
}
