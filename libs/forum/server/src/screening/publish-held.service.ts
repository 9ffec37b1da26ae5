import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import type { HeldContent } from '@kundig/pseudonyms/server';
import { threadPath } from '../graphql/thread.object.js';
import { EditPostService } from '../posts/edit-post.service.js';
import { MarkSolutionService } from '../posts/mark-solution.service.js';
import { ReplyService } from '../posts/reply.service.js';
import { StartThreadService } from '../threads/start-thread.service.js';
import { heldWriteOf } from './held-content.js';

/** What was published: a thread, or a post in one, by its public id. */
export interface PublishedHeld {
  readonly subjectType: 'thread' | 'post';
  readonly subjectId: string;
  readonly path: string;
}

/** Writes a held post as if its writer had just sent it; who may let it through is decided by the caller. */
@Injectable()
export class PublishHeldService {
  constructor(
    private readonly starting: StartThreadService,
    private readonly replying: ReplyService,
    private readonly editing: EditPostService,
    private readonly solutions: MarkSolutionService,
  ) {}

  /**
   * Safe to repeat with the same content.
   * @param writer  as `HeldPosts.publish` makes it
   * @param content of one that `HeldPlaces` has found a place for
   * @throws NotFound   its place is gone
   * @throws NotAllowed its thread or board is closed
   * @throws Conflict   its thread went over into another one
   */
  async execute(writer: RequestContext, content: HeldContent): Promise<PublishedHeld> {
    const write = heldWriteOf(content)!;
    if (write.kind === 'thread') {
      const thread = await this.starting.execute(writer, { ...write, kind: write.threadKind });
      return { subjectType: 'thread', subjectId: thread.publicId, path: threadPath(thread) };
    }
    const { publicId } =
      write.kind === 'edit'
        ? await this.editing.execute(writer, write)
        : (await this.replying.execute(writer, write)).post;
    if (write.kind === 'self-solved') await this.solutions.execute(writer, publicId, true);
    return { subjectType: 'post', subjectId: publicId, path: `/p/${publicId}` };
  }
}
