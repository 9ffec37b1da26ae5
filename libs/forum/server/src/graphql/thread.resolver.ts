import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LeakQuestion } from '@kundig/leak-guard/server';
import {
  Access,
  Ctx,
  Input,
  MAX_PAGE_SIZE,
  parseInput,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorKind, AuthorObject, DraftObject, HELD_PATH, Voices } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { forumPolicy } from '../forum.policy.js';
import { HoldSuspiciousService } from '../screening/hold-suspicious.service.js';
import { BoardRepository } from '../storage/board.repository.js';
import { POSTS_PER_PAGE } from '../storage/post.repository.js';
import { ThreadRepository, type ThreadOrder, type ThreadState } from '../storage/thread.repository.js';
import { RelatedThreads } from '../threads/related-threads.service.js';
import { SolutionProposals } from '../settling/solution-proposals.js';
import { ChooseIndexingService } from '../threads/choose-indexing.service.js';
import { StartThreadService } from '../threads/start-thread.service.js';
import { BoardObject, TagCount, ThreadConnection } from './board.object.js';
import { ThreadOrderEnum, ThreadStateEnum } from './forum.enums.js';
import {
  ChooseIndexingInput,
  chooseIndexingSchema,
  StartThreadInput,
  startThreadSchema,
} from './forum.inputs.js';
import { PostsOfThreadLoader, ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  ChooseIndexingResult,
  ChooseIndexingSuccess,
  StartThreadResult,
  StartThreadSuccess,
} from './forum.results.js';
import { PostObject, PostPage } from './post.object.js';
import { ThreadDetailObject, ThreadObject, threadPath, ThreadViewer } from './thread.object.js';

const firstOf = z.object({ first: z.number().int().min(1).max(MAX_PAGE_SIZE) });
const pageNumber = z.object({ page: z.number().int().min(1).max(100_000) });
const RELATED = 5;

@Resolver(() => ThreadObject)
export class ThreadResolver {
  constructor(
    private readonly threadRows: ThreadRepository,
    private readonly boards: BoardRepository,
    private readonly loadedThreads: ThreadLoader,
    private readonly postRows: PostsOfThreadLoader,
    private readonly relatedThreads: RelatedThreads,
    private readonly voices: Voices,
    private readonly proposals: SolutionProposals,
    private readonly present: ForumPresenter,
    private readonly leaks: LeakQuestion,
    private readonly holding: HoldSuspiciousService,
    private readonly startThreadService: StartThreadService,
    private readonly indexing: ChooseIndexingService,
  ) {}

  @Query(() => ThreadObject, {
    nullable: true,
    description:
      'Null for an unknown thread and for one the viewer may not read. One that was merged leads to where its posts are.',
  })
  @Access.public()
  async thread(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ThreadObject | null> {
    const found = await this.threadRows.findReadable(ctx, id);
    const thread = found?.mergedIntoId
      ? ((await this.threadRows.findReadableByIds(ctx, [found.mergedIntoId]))[0] ?? null)
      : found;
    if (thread) this.loadedThreads.prime(ctx, thread.id, thread); // its posts ask for it
    return thread && this.present.thread(ctx, thread);
  }

  @Query(() => ThreadConnection, { description: 'Threads of all boards the viewer may read.' })
  @Access.public()
  async threads(
    @Ctx() ctx: RequestContext,
    @Args('state', { type: () => ThreadStateEnum, defaultValue: ThreadStateEnum.ANY }) state: ThreadState,
    @Args('order', { type: () => ThreadOrderEnum, defaultValue: ThreadOrderEnum.ACTIVITY })
    order: ThreadOrder,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('tag', { type: () => String, nullable: true }) tag?: string,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<ThreadConnection> {
    parseInput(firstOf, { first });
    ctx.shown.add('home');
    const rows = await this.threadRows.after(
      ctx,
      { state, order, tag: tag?.slice(0, 50).toLowerCase() },
      first,
      after,
    );
    return this.present.connection(ctx, rows, first, (thread) =>
      order === 'newest' ? thread.createdAt : thread.lastPostAt,
    );
  }

  @Query(() => [TagCount], { description: 'Most used tags of what the viewer may read.' })
  @Access.public()
  popularTags(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<TagCount[]> {
    parseInput(firstOf, { first });
    ctx.shown.add('home');
    return this.threadRows.popularTags(ctx, first);
  }

  @Mutation(() => StartThreadResult, {
    description: 'Begins a question or a discussion. Safe to repeat with the same client key.',
  })
  @Access.member()
  async startThread(
    @Ctx() ctx: RequestContext,
    @Input(startThreadSchema, () => StartThreadInput) input: z.output<typeof startThreadSchema>,
  ): Promise<StartThreadSuccess> {
    return this.leaks.settle(ctx, input, async (settled) => {
      if (await this.holding.thread(ctx, settled))
        return succeed(StartThreadSuccess, { path: HELD_PATH, thread: null });
      const thread = await this.startThreadService.execute(ctx, settled);
      return succeed(StartThreadSuccess, {
        path: threadPath(thread),
        thread: this.present.thread(ctx, thread),
      });
    });
  }

  @Mutation(() => ChooseIndexingResult, {
    description:
      'Keeps a thread one has begun out of search engines, sitemap and feeds, or lets it in again. Safe to repeat.',
  })
  @Access.member()
  async chooseIndexing(
    @Ctx() ctx: RequestContext,
    @Input(chooseIndexingSchema, () => ChooseIndexingInput) { threadId, unindexed }: ChooseIndexingInput,
  ): Promise<ChooseIndexingSuccess> {
    const thread = await this.indexing.execute(ctx, threadId, unindexed);
    return succeed(ChooseIndexingSuccess, {
      path: threadPath(thread),
      thread: this.present.thread(ctx, thread),
    });
  }

  @ResolveField(() => BoardObject)
  async board(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<BoardObject> {
    const known = await this.boards.known(ctx);
    return this.present.board(
      ctx,
      known.find(({ board }) => board.id === row.boardId)!,
    );
  }

  @ResolveField(() => Boolean, { description: 'Whether times are kept to the quarter of an hour only.' })
  async createdAtRounded(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<boolean> {
    return (await this.present.author(ctx, row.authorId)).kind === AuthorKind.PERSONA;
  }

  @ResolveField(() => [ThreadDetailObject], {
    description: 'What the board asked beside the question, as far as it was answered.',
  })
  details(@Ctx() ctx: RequestContext, @Parent() { row, hidden }: ThreadObject): ThreadDetailObject[] {
    return hidden ? [] : row.details.map((detail) => ThreadDetailObject.of(detail, ctx.locale));
  }

  @ResolveField(() => AuthorObject)
  author(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.authorId);
  }

  @ResolveField(() => AuthorObject)
  lastAuthor(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.lastAuthorId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the solution lists quote is an answer of staff.' })
  async solutionOfficial(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<boolean> {
    if (row.solutionAuthorId === null) return false;
    return (await this.present.author(ctx, row.solutionAuthorId)).kind === AuthorKind.STAFF;
  }

  @ResolveField(() => PostObject)
  async opening(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<PostObject> {
    return this.present.post(ctx, await this.postRows.opening(ctx, row.id));
  }

  @ResolveField(() => [PostObject], { description: 'Accepted answers, in the order of the thread.' })
  async solutions(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<PostObject[]> {
    if (row.solutionCount === 0) return [];
    return (await this.postRows.solutions(ctx, row.id)).map((post) => this.present.post(ctx, post));
  }

  @ResolveField(() => PostPage, { description: 'Replies by position; beyond the last page it is empty.' })
  async posts(
    @Ctx() ctx: RequestContext,
    @Parent() { row }: ThreadObject,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
  ): Promise<PostPage> {
    parseInput(pageNumber, { page });
    const total = row.postCount - 1;
    const from = 2 + (page - 1) * POSTS_PER_PAGE;
    const rows = total === 0 ? [] : await this.postRows.between(ctx, row.id, from, from + POSTS_PER_PAGE - 1);
    return {
      items: rows.map((post) => this.present.post(ctx, post)),
      page,
      pageCount: Math.max(1, Math.ceil(total / POSTS_PER_PAGE)),
      total,
    };
  }

  @ResolveField(() => [ThreadObject], {
    description: 'Threads with the same tags, solved ones first; at most five.',
  })
  async related(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<ThreadObject[]> {
    return this.present.threads(ctx, await this.relatedThreads.of(ctx, row, RELATED));
  }

  @ResolveField(() => ThreadViewer)
  async viewer(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<ThreadViewer> {
    const state = await this.voices.viewerIn(ctx, row.id);
    return {
      mayReply: forumPolicy.mayReply(ctx.actor, row).allowed,
      mayAccept: forumPolicy.mayAccept(ctx.actor, row, state.ownIds).allowed,
      mayPropose: await this.proposals.mayPropose(ctx, row, state),
      mayModerate: forumPolicy.mayModerate(ctx.actor, row).allowed,
      isAuthor: row.authorId !== null && state.ownIds.includes(row.authorId),
      following: state.following,
      muted: state.muted,
      sameProblem: state.sameProblem,
      mayShareProblem: forumPolicy.mayShareProblem(ctx.actor, row, state.ownIds).allowed,
      voice: state.voice as ThreadViewer['voice'],
      voiceName: state.personaName,
      firstUnreadPosition:
        state.readPosition > 0 && state.readPosition < row.postCount ? state.readPosition + 1 : null,
      unreadCount: state.ownIds.length === 0 ? 0 : row.postCount - Math.max(1, state.readPosition),
      draft: state.draft && DraftObject.from(state.draft),
    };
  }
}
