import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { HeldPosts } from '@kundig/pseudonyms/server';
import { threadPath } from '../graphql/thread.object.js';
import { EditPostService } from '../posts/edit-post.service.js';
import { ReplyService } from '../posts/reply.service.js';
import { StartThreadService } from '../threads/start-thread.service.js';
import { heldWriteOf, type HeldWrite } from './held-content.js';
import type { HeldPost } from './held-places.js';

/** What was published: a thread, or a post in one, by its public id. */
export interface PublishedHeld {
  readonly subjectType: 'thread' | 'post';
  readonly subjectId: string;
  readonly path: string;
}

/** Publishes a held post as if its writer had just sent it; who may let it through is decided by the caller. */
@Injectable()
export class PublishHeldService {
  constructor(
    private readonly held: HeldPosts,
    private readonly starting: StartThreadService,
    private readonly replying: ReplyService,
    private readonly editing: EditPostService,
  ) {}

  /**
   * @throws NotFound   it is gone, or its place is
   * @throws NotAllowed its thread or board is closed
   * @throws Conflict   its thread went over into another one
   */
  execute(ctx: RequestContext, { id, place }: HeldPost): Promise<PublishedHeld> {
    return this.held.publish(ctx, id, place.board.groupId, (writer, content) =>
      this.write(writer, heldWriteOf(content)!),
    );
  }

  private async write(writer: RequestContext, write: HeldWrite): Promise<PublishedHeld> {
    if (write.kind === 'thread') {
      const thread = await this.starting.execute(writer, { ...write, kind: write.threadKind });
      return { subjectType: 'thread', subjectId: thread.publicId, path: threadPath(thread) };
    }
    const { publicId } =
      write.kind === 'edit'
        ? await this.editing.execute(writer, write)
        : (await this.replying.execute(writer, write)).post;
    return { subjectType: 'post', subjectId: publicId, path: `/p/${publicId}` };
  }
}
