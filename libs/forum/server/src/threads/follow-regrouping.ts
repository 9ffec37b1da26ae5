import { Injectable } from '@nestjs/common';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { ThreadRegrouping } from '@kundig/pseudonyms/server';
import { ThreadsMerged, ThreadSplit, type MergedThreadRefs, type SplitThreadRefs } from '../forum.events.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { ShareProblemService } from './share-problem.service.js';

/** Somebody may be just about to note that their reply is written. */
const ONCE_MORE = { delaySeconds: 60 } as const;

/**
 * What people have in a thread comes along when its posts go elsewhere: voices, following, read state, notices, drafts,
 * the shared problem. No transaction spans both roles: it is done after the commit, and by a job in any case.
 */
@Injectable()
export class FollowRegrouping {
  constructor(
    private readonly regrouping: ThreadRegrouping,
    private readonly threads: ThreadRepository,
    private readonly posts: PostRepository,
    private readonly problems: ShareProblemService,
  ) {}

  /** Safe to repeat. */
  @OnEvent(ThreadsMerged, ONCE_MORE)
  async merged(ctx: RequestContext, refs: MergedThreadRefs): Promise<void> {
    const [into] = await this.threads.findReadableByIds(ctx, [refs.intoId]);
    if (!into || into.mergedIntoId) return; // it went on into a third one, and took everything along
    await this.regrouping.merged(ctx, refs);
    await this.problems.recount(ctx, into.id);
  }

  /** Safe to repeat. */
  @OnEvent(ThreadSplit)
  async split(ctx: RequestContext, refs: SplitThreadRefs): Promise<void> {
    const authorIds = await this.posts.authorsUpTo(ctx, refs.intoId, refs.positions.length);
    await this.regrouping.split(ctx, { ...refs, authorIds });
  }
}
