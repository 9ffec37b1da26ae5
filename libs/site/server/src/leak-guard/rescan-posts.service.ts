import { Injectable } from '@nestjs/common';
import { PostRepository, ThreadRepository, type Post } from '@kundig/forum/server';
import { ANYBODY, findLeaks, LEAK_KINDS, type LeakKind } from '@kundig/leak-guard/rules';
import { OperatorGuard } from '@kundig/leak-guard/server';
import {
  AppDatabase,
  AppJobs,
  Clock,
  JobHandler,
  LongWork,
  type ReportProgress,
  type RequestContext,
} from '@kundig/platform/server';
import { sitePolicy } from '../site.policy.js';
import { LeakRescanRepository, type RescanCount } from '../storage/leak-rescan.repository.js';

const TASK = 'site.rescan-posts';

/** Posts that are read at once; between two batches the process does what else waits. */
const BATCH = 50;

/** Before the first post of the forum. */
const BEGINNING = { threadId: '00000000-0000-0000-0000-000000000000', position: 0 };

/** Places and posts of each kind, while they are counted. */
type Tally = Map<LeakKind, { places: number; posts: number }>;

/**
 * Looks through all posts with the rules of this moment, and counts what their authors would be asked about today. It changes
 * no post, and keeps numbers by kind alone: a list of places would be the very collection the guard is there to prevent.
 */
@Injectable()
export class RescanPostsService {
  constructor(
    private readonly database: AppDatabase,
    private readonly jobs: AppJobs,
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly guard: OperatorGuard,
    private readonly rescans: LeakRescanRepository,
    private readonly works: LongWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Has the posts looked through by a job. Safe to repeat: what waits is not begun twice.
   * @throws NotFound for everybody but administrators
   */
  async execute(ctx: RequestContext): Promise<void> {
    sitePolicy.mayAdminister(ctx.actor).orThrow();
    await this.database.transaction(ctx, (tx) =>
      this.jobs.add(tx, { task: TASK, payload: {}, jobKey: TASK, queue: TASK }),
    );
  }

  /** Broken off it has written nothing, and begins anew when it is tried again. */
  @JobHandler({ task: TASK })
  rescan(ctx: RequestContext): Promise<void> {
    return this.works.watch('leak-rescan', (report) => this.lookThrough(ctx, report));
  }

  private async lookThrough(ctx: RequestContext, report: ReportProgress): Promise<void> {
    const tally: Tally = new Map();
    const total = await this.posts.countUpTo(ctx);
    let [place, passed, looked] = [BEGINNING, 0, 0];
    for (;;) {
      const places = await this.posts.placesAfter(ctx, place, BATCH);
      if (places.length === 0) break;
      looked += await this.lookAt(
        ctx,
        places.map(({ postId }) => postId),
        tally,
      );
      place = places.at(-1)!;
      passed += places.length;
      report(passed, Math.max(passed, total));
    }
    await this.rescans.save(ctx, { finishedAt: this.clock.now(), posts: looked, counts: countsOf(tally) });
  }

  /** @returns how many of the posts still have a text */
  private async lookAt(ctx: RequestContext, ids: readonly string[], tally: Tally): Promise<number> {
    const posts = (await this.posts.findReadableByIds(ctx, ids)).filter(({ isStub }) => !isStub);
    const opening = posts.filter(({ position }) => position === 1).map(({ threadId }) => threadId);
    const titles = new Map(
      (await this.threads.findReadableByIds(ctx, opening)).map(({ id, title }) => [id, title]),
    );
    for (const post of posts) this.add(tally, this.kindsIn(post, titles.get(post.threadId)));
    return posts.length;
  }

  private kindsIn({ bodyMd, position }: Post, title: string | undefined): LeakKind[] {
    const { off, binding: _binding, ...operator } = this.guard.settings;
    const texts = position === 1 && title !== undefined ? [title, bodyMd] : [bodyMd];
    return texts
      .flatMap((text) => findLeaks(text, { author: ANYBODY, operator, off }))
      .filter(({ hardness }) => hardness === 'hard')
      .map(({ kind }) => kind);
  }

  private add(tally: Tally, kinds: readonly LeakKind[]): void {
    for (const kind of new Set(kinds)) {
      const { places, posts } = tally.get(kind) ?? { places: 0, posts: 0 };
      tally.set(kind, { places: places + kinds.filter((one) => one === kind).length, posts: posts + 1 });
    }
  }
}

/** Most first; of as many, in the order of the rules. */
const countsOf = (tally: Tally): RescanCount[] =>
  LEAK_KINDS.flatMap((kind) => ({ kind, places: 0, posts: 0, ...tally.get(kind) }))
    .filter(({ places }) => places > 0)
    .sort((one, other) => other.places - one.places);
