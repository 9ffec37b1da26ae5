import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  FileClaims,
  FileHolders,
  type Audience,
  type FileHolder,
  type PublishedFile,
} from '@kundig/files/server';
import { OnEvent, type RequestContext } from '@kundig/platform/server';
import { PostEdited, PostWithdrawn, type PostRef } from '../forum.events.js';
import { PostRepository } from '../storage/post.repository.js';

/** Answers for the files of posts: who may read the post reads its files, as long as its text names them. */
@Injectable()
export class PostFiles implements FileHolder, OnModuleInit {
  constructor(
    private readonly holders: FileHolders,
    private readonly claims: FileClaims,
    private readonly posts: PostRepository,
  ) {}

  onModuleInit(): void {
    this.holders.register('post', this);
  }

  async audienceOf(ctx: RequestContext, { id, holderId }: PublishedFile): Promise<Audience | null> {
    const visibility = await this.posts.visibilityOfFile(ctx, holderId!, id);
    return visibility && (visibility === 'public' ? 'everybody' : 'some');
  }

  @OnEvent(PostEdited)
  edited(ctx: RequestContext, { postId }: PostRef): Promise<void> {
    return this.removeUnnamed(ctx, postId);
  }

  /** A hidden post keeps its text, and with it its files; a deleted one has neither. */
  @OnEvent(PostWithdrawn)
  withdrawn(ctx: RequestContext, { postId }: PostRef): Promise<void> {
    return this.removeUnnamed(ctx, postId);
  }

  private async removeUnnamed(ctx: RequestContext, postId: string): Promise<void> {
    const [post] = await this.posts.findReadableByIds(ctx, [postId]);
    if (post) await this.claims.keepOnly(ctx, 'post', postId, post.bodyMd);
  }
}
