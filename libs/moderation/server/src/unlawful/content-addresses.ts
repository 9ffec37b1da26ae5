import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { PostRepository, ThreadRepository } from '@kundig/forum/server';
import { Environment, InvalidInput, type RequestContext } from '@kundig/platform/server';
import type { NoticeSubject } from './content-notice.repository.js';

/** Finds what the addresses of a notice lead to. */
@Injectable()
export class ContentAddresses {
  constructor(
    private readonly environment: Environment,
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly comments: CommentRepository,
  ) {}

  /**
   * @returns the posts and comments among them. An address that leads elsewhere here, or to something its notifier may not
   *   read, is none: moderators look at it by hand, and nobody learns from the answer what is there
   * @throws InvalidInput one is no address of this community
   */
  async subjects(ctx: RequestContext, addresses: readonly string[]): Promise<NoticeSubject[]> {
    const found = await Promise.all(addresses.map((address) => this.subject(ctx, this.parse(address))));
    return found.filter((subject) => subject !== null);
  }

  private parse(address: string): URL {
    const base = this.environment.baseUrl;
    const isAddress = /^(https?:\/)?\//i.test(address) && URL.canParse(address, base);
    const url = isAddress ? new URL(address, base) : null;
    if (url?.origin !== new URL(base).origin)
      throw new InvalidInput('addresses', 'moderation:error.foreignAddress');
    return url;
  }

  private async subject(ctx: RequestContext, { pathname, hash }: URL): Promise<NoticeSubject | null> {
    const path = pathname.replace(/^\/en(?=\/)/, '');
    const commentId = /^#c-(\w{1,64})$/.exec(hash)?.[1];
    if (commentId) {
      const comment = await this.comments.find(ctx, commentId);
      return comment && { postId: null, commentId: comment.id };
    }
    const postId = /^\/p\/(\w{1,64})/.exec(path)?.[1] ?? /^#p-(\w{1,64})$/.exec(hash)?.[1];
    if (postId) {
      const post = await this.posts.findReadable(ctx, postId);
      return post && { postId: post.id, commentId: null };
    }
    const threadId = /^\/t\/[^/]*\/(\w{1,64})/.exec(path)?.[1];
    const thread = threadId ? await this.threads.findReadable(ctx, threadId) : null;
    if (!thread) return null;
    const [opening] = await this.posts.parts(ctx, [{ threadId: thread.id, from: 1, to: 1 }]);
    return opening ? { postId: opening.id, commentId: null } : null;
  }
}
