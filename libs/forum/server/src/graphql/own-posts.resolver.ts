import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  encodeCursor,
  MAX_PAGE_SIZE,
  parseInput,
  type RequestContext,
} from '@kundig/platform/server';
import { Voices } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { PostTexts } from '../posts/post-text.service.js';
import { PostRepository } from '../storage/post.repository.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import { MemberPostConnection } from './post.object.js';
import { ThreadObject } from './thread.object.js';

const pageArgs = z.object({ first: z.number().int().min(1).max(MAX_PAGE_SIZE) });
const LONGEST_CURSOR = 200;

/** What the viewer wrote, under the nickname and anonymously; told to nobody else. */
@Resolver()
export class OwnPostsResolver {
  constructor(
    private readonly voices: Voices,
    private readonly postRows: PostRepository,
    private readonly threadRows: ThreadRepository,
    private readonly loadedThreads: ThreadLoader,
    private readonly texts: PostTexts,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => MemberPostConnection, {
    description: 'Posts of the viewer, the anonymous ones among them, newest first.',
  })
  @Access.member()
  async myPosts(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<MemberPostConnection> {
    parseInput(pageArgs, { first });
    const ownIds = await this.ownIds(ctx);
    const rows = await this.postRows.byAuthors(ctx, ownIds, first, after?.slice(0, LONGEST_CURSOR));
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const items = shown.map(async (post) => ({
      post: this.present.post(ctx, post),
      thread: this.present.thread(ctx, (await this.loadedThreads.load(ctx, post.threadId))!),
      excerpt: this.texts.excerptOf(post.bodyHtml),
    }));
    return {
      items: await Promise.all(items),
      endCursor: last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
      hasNextPage: rows.length > first,
    };
  }

  @Query(() => [ThreadObject], {
    description: 'Questions of the viewer without a solution, the anonymous ones among them.',
  })
  @Access.member()
  async myOpenQuestions(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 6 }) first: number,
  ): Promise<ThreadObject[]> {
    parseInput(pageArgs, { first });
    return this.present.threads(
      ctx,
      await this.threadRows.openQuestionsOf(ctx, await this.ownIds(ctx), first),
    );
  }

  @Query(() => [ThreadObject], {
    description: 'Open questions of others in the boards whose expert the viewer is, unanswered ones first.',
  })
  @Access.member()
  async questionsForMyExpertise(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 6 }) first: number,
  ): Promise<ThreadObject[]> {
    parseInput(pageArgs, { first });
    const { expertIn } = await this.present.author(ctx, ctx.actor.memberId);
    if (expertIn.length === 0) return [];
    const ownIds = await this.ownIds(ctx);
    return this.present.threads(ctx, await this.threadRows.openQuestionsIn(ctx, expertIn, ownIds, first));
  }

  private ownIds(ctx: RequestContext): Promise<string[]> {
    return ctx.remember('forum:own-ids', () => this.voices.allOwnIds(ctx));
  }
}
