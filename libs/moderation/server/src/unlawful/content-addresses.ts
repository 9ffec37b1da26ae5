import { Injectable } from '@nestjs/common';
import { CommentRepository } from '@kundig/blog/server';
import { PostRepository, ThreadRepository } from '@kundig/forum/server';
import { Environment, InvalidInput, type RequestContext } from '@kundig/platform/server';
import { contentAddressOf, urlOf } from './content-address.js';
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
    const url = urlOf(address, this.environment.baseUrl);
    if (!url) throw new InvalidInput('addresses', 'moderation:error.foreignAddress');
    return url;
  }

  private async subject(ctx: RequestContext, url: URL): Promise<NoticeSubject | null> {
    const named = contentAddressOf(url);
    if (!('publicId' in named)) return null;
    if (named.kind === 'comment') {
      const comment = await this.comments.find(ctx, named.publicId);
      return comment && { postId: null, commentId: comment.id };
    }
    if (named.kind === 'post') {
      const post = await this.posts.findReadable(ctx, named.publicId);
      return post && { postId: post.id, commentId: null };
    }
    const thread = await this.threads.findReadable(ctx, named.publicId);
    if (!thread) return null;
    const [opening] = await this.posts.parts(ctx, [{ threadId: thread.id, from: 1, to: 1 }]);
    return opening ? { postId: opening.id, commentId: null } : null;
  }
}
