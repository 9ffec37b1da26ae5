import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, Ctx, parseInput, type RequestContext } from '@kundig/platform/server';
import { z } from 'zod';
import { forumPolicy } from '../forum.policy.js';
import type { Board } from '../storage/board.entity.js';
import { BoardRepository } from '../storage/board.repository.js';
import {
  LAST_BOARD_PAGE,
  ThreadRepository,
  THREADS_PER_PAGE,
  type ThreadOrder,
  type ThreadState,
} from '../storage/thread.repository.js';
import { BoardObject, ThreadPage } from './board.object.js';
import { ThreadOrderEnum, ThreadStateEnum } from './forum.enums.js';
import { NewestThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import { ThreadObject } from './thread.object.js';

const pageNumber = z.object({ page: z.number().int().min(1).max(LAST_BOARD_PAGE) });

@Resolver(() => BoardObject)
export class BoardResolver {
  constructor(
    private readonly boards: BoardRepository,
    private readonly threadRows: ThreadRepository,
    private readonly newest: NewestThreadLoader,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => [BoardObject], {
    name: 'boards',
    description: 'Top boards the viewer may read or know of, in display order.',
  })
  @Access.public()
  async topBoards(@Ctx() ctx: RequestContext): Promise<BoardObject[]> {
    ctx.shown.add('home');
    const known = await this.boards.known(ctx);
    return known
      .filter(({ board }) => board.parentId === null)
      .map((board) => this.present.board(ctx, board));
  }

  @Query(() => BoardObject, {
    nullable: true,
    description: 'Null for an unknown board and for one the viewer may not know of.',
  })
  @Access.public()
  async board(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BoardObject | null> {
    const found = (await this.boards.known(ctx)).find(({ board }) => board.publicId === id);
    if (!found) return null;
    const shown = [found.board, ...(await this.boards.readableTree(ctx, found.board.id))];
    shown.forEach(({ id: boardId }) => ctx.shown.add(`board:${boardId}`));
    return this.present.board(ctx, found);
  }

  @ResolveField(() => BoardObject, { nullable: true })
  async parent(@Ctx() ctx: RequestContext, @Parent() { row }: BoardObject): Promise<BoardObject | null> {
    const found = (await this.boards.known(ctx)).find(({ board }) => board.id === row.parentId);
    return found ? this.present.board(ctx, found) : null;
  }

  @ResolveField(() => [BoardObject])
  async children(@Ctx() ctx: RequestContext, @Parent() { row }: BoardObject): Promise<BoardObject[]> {
    const known = await this.boards.known(ctx);
    return known
      .filter(({ board }) => board.parentId === row.id)
      .map((board) => this.present.board(ctx, board));
  }

  @ResolveField(() => Int, { description: 'Listed threads here and in the sub-boards the viewer may read.' })
  async threadCount(@Ctx() ctx: RequestContext, @Parent() board: BoardObject): Promise<number> {
    return countIn(await this.boards.readableTree(ctx, board.row.id));
  }

  @ResolveField(() => Int, { description: 'Questions without a solution, counted alike.' })
  async openCount(@Ctx() ctx: RequestContext, @Parent() board: BoardObject): Promise<number> {
    const boards = await this.boards.readableTree(ctx, board.row.id);
    return boards.reduce((sum, { openCount }) => sum + openCount, 0);
  }

  @ResolveField(() => ThreadObject, { nullable: true, description: 'Of this board and its sub-boards.' })
  async newestThread(@Ctx() ctx: RequestContext, @Parent() board: BoardObject): Promise<ThreadObject | null> {
    const threads = await this.newest.loadMany(
      ctx,
      (await this.boards.readableTree(ctx, board.row.id)).map(({ id }) => id),
    );
    const latest = threads
      .filter((thread) => thread !== null)
      .sort((a, b) => b.lastPostAt.getTime() - a.lastPostAt.getTime() || b.id.localeCompare(a.id))[0];
    return latest ? this.present.thread(ctx, latest) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may begin a thread here.' })
  viewerMayPost(@Ctx() ctx: RequestContext, @Parent() { row, readable }: BoardObject): boolean {
    return readable && forumPolicy.mayStartThread(ctx.actor, row).allowed;
  }

  @ResolveField(() => ThreadPage, {
    description: 'Of this board and the sub-boards the viewer may read, as `threadCount` counts them.',
  })
  async threads(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: BoardObject,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
    @Args('state', { type: () => ThreadStateEnum, defaultValue: ThreadStateEnum.ANY }) state: ThreadState,
    @Args('order', { type: () => ThreadOrderEnum, defaultValue: ThreadOrderEnum.ACTIVITY })
    order: ThreadOrder,
    @Args('tag', { type: () => String, nullable: true }) tag?: string,
  ): Promise<ThreadPage> {
    parseInput(pageNumber, { page });
    const boards = await this.boards.readableTree(ctx, row.id);
    const list = { boardIds: boards.map(({ id }) => id), state, order, tag: tag?.slice(0, 50) };
    const [items, total] = await Promise.all([
      this.threadRows.page(ctx, list, page),
      state === 'any' && !tag ? countIn(boards) : this.threadRows.countUpTo(ctx, list),
    ]);
    const pageCount = Math.min(LAST_BOARD_PAGE, Math.max(1, Math.ceil(total / THREADS_PER_PAGE)));
    return { items: this.present.threads(ctx, items), page, pageCount, total };
  }

  @ResolveField(() => [ThreadObject], { description: 'Threads the moderators keep on top, at most ten.' })
  async pinned(@Ctx() ctx: RequestContext, @Parent() { row }: BoardObject): Promise<ThreadObject[]> {
    return this.present.threads(ctx, await this.threadRows.pinned(ctx, row.id));
  }
}

const countIn = (boards: readonly Board[]): number =>
  boards.reduce((sum, { threadCount }) => sum + threadCount, 0);
