import { Injectable } from '@nestjs/common';
import { BoardRepository, PostRepository, ThreadRepository } from '@kundig/forum/server';
import { nameIn, type RequestContext } from '@kundig/platform/server';
import { AuditSubjects, type AuditSubjectView } from './audit-subjects.js';

/** What the audit log calls posts, threads and boards; five statements at most. */
@Injectable()
export class ForumSubjects {
  constructor(
    private readonly posts: PostRepository,
    private readonly threads: ThreadRepository,
    private readonly boards: BoardRepository,
    subjects: AuditSubjects,
  ) {
    subjects.register('post', (ctx, ids) => this.ofPosts(ctx, ids));
    subjects.register('thread', (ctx, ids) => this.ofThreads(ctx, ids));
    subjects.register('board', (ctx) => this.ofBoards(ctx));
  }

  /** A stub has lost its author on the page, so it has none here. */
  private async ofPosts(ctx: RequestContext, ids: readonly string[]): Promise<Map<string, AuditSubjectView>> {
    const posts = await this.posts.findReadableByPublicIds(ctx, ids);
    const threadIds = new Set(posts.map(({ threadId }) => threadId));
    const threads = await this.threads.findReadableByIds(ctx, [...threadIds]);
    const titles = new Map(threads.map(({ id, title }) => [id, title]));
    return new Map(
      posts.map(({ publicId, threadId, authorId, isStub }) => [
        publicId,
        {
          name: titles.get(threadId) ?? '',
          authorId: isStub ? null : authorId,
          path: `/p/${publicId}`,
        },
      ]),
    );
  }

  /** What went over into another thread keeps nothing of its text, so it is called by that one. */
  private async ofThreads(
    ctx: RequestContext,
    ids: readonly string[],
  ): Promise<Map<string, AuditSubjectView>> {
    const threads = await this.threads.findReadableByPublicIds(ctx, ids);
    const intoIds = new Set(threads.flatMap(({ mergedIntoId }) => mergedIntoId ?? []));
    const into = intoIds.size === 0 ? [] : await this.threads.findReadableByIds(ctx, [...intoIds]);
    const titles = new Map(into.map(({ id, title }) => [id, title]));
    return new Map(
      threads.flatMap(({ publicId, title, mergedIntoId }) => {
        const name = mergedIntoId === null ? title : titles.get(mergedIntoId);
        const view = { authorId: null, path: `/t/-/${publicId}`, isMerged: mergedIntoId !== null };
        return name === undefined ? [] : [[publicId, { name, ...view }] as const];
      }),
    );
  }

  private async ofBoards(ctx: RequestContext): Promise<Map<string, AuditSubjectView>> {
    const known = await this.boards.known(ctx);
    return new Map(
      known.map(({ board }) => [
        board.publicId,
        { name: nameIn(ctx.locale, board), authorId: null, path: `/admin/boards/${board.publicId}` },
      ]),
    );
  }
}
