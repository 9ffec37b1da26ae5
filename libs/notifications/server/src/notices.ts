import { Injectable } from '@nestjs/common';
import { ForumPresenter, PostRepository, ThreadLoader, threadPath, type Thread } from '@kundig/forum/server';
import { IdentityPort, type NoticeGroup } from '@kundig/identity/server';
import { SignInRequired, type RequestContext } from '@kundig/platform/server';

/** A group of notices with what the viewer may see of it now. */
export interface ShownNotice extends NoticeGroup {
  readonly thread: Thread;
  readonly path: string;
}

/** What the viewer was told, as far as they may still read it. */
@Injectable()
export class Notices {
  constructor(
    private readonly identity: IdentityPort,
    private readonly threads: ThreadLoader,
    private readonly posts: PostRepository,
    private readonly present: ForumPresenter,
  ) {}

  /** Newest first; what was hidden, deleted or closed to the viewer meanwhile is left out, but for one's own hidden posts. */
  async of(ctx: RequestContext): Promise<ShownNotice[]> {
    const groups = await this.identity.notices(memberOf(ctx));
    const threads = await this.threads.loadMany(
      ctx,
      groups.map(({ threadId }) => threadId),
    );
    const posts = new Map(
      (
        await this.posts.findReadableByIds(
          ctx,
          groups.map(({ postId }) => postId),
        )
      ).map((post) => [post.id, post]),
    );
    return groups.flatMap((group, index) => {
      const thread = threads[index];
      const post = posts.get(group.postId);
      const gone = !thread || thread.deletedAt || (thread.hiddenAt && group.occasion !== 'hidden');
      if (gone) return [];
      return [{ ...group, thread, path: post ? this.present.postPath(thread, post) : threadPath(thread) }];
    });
  }

  /** @returns number of threads with news; none for visitors */
  async unread(ctx: RequestContext): Promise<number> {
    return ctx.actor.memberId ? this.identity.unreadNotices(ctx.actor.memberId) : 0;
  }

  /** @param threadId primary key; null for all threads */
  async markRead(ctx: RequestContext, threadId: string | null): Promise<void> {
    await this.identity.markNoticesRead(memberOf(ctx), threadId);
  }
}

function memberOf(ctx: RequestContext): string {
  if (!ctx.actor.memberId) throw new SignInRequired();
  return ctx.actor.memberId;
}
