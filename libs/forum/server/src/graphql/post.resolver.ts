import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LeakQuestion } from '@kundig/leak-guard/server';
import {
  Access,
  Ctx,
  encodeCursor,
  Input,
  MAX_PAGE_SIZE,
  parseInput,
  renderMarkdown,
  succeed,
  Translator,
  Environment,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { AuthorKind, AuthorObject, HELD_PATH, MemberObject, Voices } from '@kundig/pseudonyms/server';
import { z } from 'zod';
import { FORUM_LIMITS } from '../forum.limits.js';
import { forumPolicy } from '../forum.policy.js';
import { DeletePostService } from '../posts/delete-post.service.js';
import { EditPostService, type EditPost } from '../posts/edit-post.service.js';
import { MarkPrivateOpinionService } from '../posts/mark-private-opinion.service.js';
import { MarkSolutionService } from '../posts/mark-solution.service.js';
import { PostTexts } from '../posts/post-text.service.js';
import { ReplyService } from '../posts/reply.service.js';
import { HoldSuspiciousService } from '../screening/hold-suspicious.service.js';
import { BoardRepository } from '../storage/board.repository.js';
import type { Post } from '../storage/post.entity.js';
import { PostRepository } from '../storage/post.repository.js';
import type { Thread } from '../storage/thread.entity.js';
import {
  EditPostInput,
  editPostSchema,
  MarkPrivateOpinionInput,
  markPrivateOpinionSchema,
  PostInput,
  postSchema,
  ReplyInput,
  replySchema,
} from './forum.inputs.js';
import { BoardObject } from './board.object.js';
import { ThreadLoader } from './forum.loaders.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  AcceptSolutionResult,
  AcceptSolutionSuccess,
  DeletePostResult,
  DeletePostSuccess,
  EditPostResult,
  EditPostSuccess,
  MarkPrivateOpinionResult,
  MarkPrivateOpinionSuccess,
  ReplyResult,
  ReplySuccess,
  WithdrawSolutionResult,
  WithdrawSolutionSuccess,
} from './forum.results.js';
import { MemberPost, MemberPostConnection, PostObject, PostStub, PostViewer } from './post.object.js';
import { ThreadObject, threadPath } from './thread.object.js';

@Resolver(() => PostObject)
export class PostResolver {
  constructor(
    private readonly postRows: PostRepository,
    private readonly threadRows: ThreadLoader,
    private readonly voices: Voices,
    private readonly translator: Translator,
    private readonly present: ForumPresenter,
    private readonly leaks: LeakQuestion,
    private readonly holding: HoldSuspiciousService,
    private readonly replyService: ReplyService,
    private readonly editService: EditPostService,
    private readonly deleteService: DeletePostService,
    private readonly solutionService: MarkSolutionService,
    private readonly opinionService: MarkPrivateOpinionService,
  ) {}

  @Query(() => PostObject, {
    nullable: true,
    description: 'Null for an unknown post and for one the viewer may not read.',
  })
  @Access.public()
  async post(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PostObject | null> {
    const post = await this.postRows.findReadable(ctx, id);
    return post && this.present.post(ctx, post);
  }

  @Mutation(() => ReplyResult, {
    description: 'Answers in a thread. Safe to repeat with the same client key.',
  })
  @Access.member()
  async reply(
    @Ctx() ctx: RequestContext,
    @Input(replySchema, () => ReplyInput) input: z.output<typeof replySchema>,
  ): Promise<ReplySuccess> {
    return this.leaks.settle(ctx, input, async (settled) => {
      if (await this.holding.reply(ctx, settled))
        return succeed(ReplySuccess, { path: HELD_PATH, post: null });
      const { thread, post } = await this.replyService.execute(ctx, settled);
      return succeed(ReplySuccess, {
        path: this.present.postPath(thread, post),
        post: this.present.post(ctx, post),
      });
    });
  }

  @Mutation(() => EditPostResult, { description: 'Changes one’s own post.' })
  @Access.member()
  async editPost(
    @Ctx() ctx: RequestContext,
    @Input(editPostSchema, () => EditPostInput) input: z.output<typeof editPostSchema>,
  ): Promise<EditPostSuccess> {
    const write = async (settled: EditPost): Promise<EditPostSuccess> => {
      if (await this.holding.edit(ctx, settled))
        return succeed(EditPostSuccess, { path: HELD_PATH, post: null });
      const post = await this.editService.execute(ctx, settled);
      await this.holding.forgetEdit(ctx, input.postId);
      return succeed(EditPostSuccess, await this.shown(ctx, post));
    };
    const publishedBefore = async () => {
      const post = await this.postRows.findReadable(ctx, input.postId);
      return post && !post.isStub ? [post.bodyMd] : []; // what nobody reads any more is not told by a question left out
    };
    return this.leaks.settle(ctx, input, write, publishedBefore);
  }

  @Mutation(() => DeletePostResult, { description: 'Deletes one’s own post; a stub keeps its place.' })
  @Access.member({ evenSuspended: true })
  async deletePost(
    @Ctx() ctx: RequestContext,
    @Input(postSchema, () => PostInput) { postId }: PostInput,
  ): Promise<DeletePostSuccess> {
    const thread = await this.deleteService.execute(ctx, postId);
    return succeed(DeletePostSuccess, { path: threadPath(thread), thread: this.present.thread(ctx, thread) });
  }

  @Mutation(() => AcceptSolutionResult, { description: 'Marks an answer as a solution. Safe to repeat.' })
  @Access.member()
  async acceptSolution(
    @Ctx() ctx: RequestContext,
    @Input(postSchema, () => PostInput) { postId }: PostInput,
  ): Promise<AcceptSolutionSuccess> {
    return succeed(
      AcceptSolutionSuccess,
      await this.shown(ctx, await this.solutionService.execute(ctx, postId, true)),
    );
  }

  @Mutation(() => WithdrawSolutionResult, {
    description: 'Takes the mark of a solution back. Safe to repeat.',
  })
  @Access.member()
  async withdrawSolution(
    @Ctx() ctx: RequestContext,
    @Input(postSchema, () => PostInput) { postId }: PostInput,
  ): Promise<WithdrawSolutionSuccess> {
    return succeed(
      WithdrawSolutionSuccess,
      await this.shown(ctx, await this.solutionService.execute(ctx, postId, false)),
    );
  }

  @Mutation(() => MarkPrivateOpinionResult, {
    description:
      'Staff say of their post that it is their private opinion, or take that back. Safe to repeat.',
  })
  @Access.permission('pseudonyms:speak-as-staff')
  async markPrivateOpinion(
    @Ctx() ctx: RequestContext,
    @Input(markPrivateOpinionSchema, () => MarkPrivateOpinionInput)
    { postId, privateOpinion }: MarkPrivateOpinionInput,
  ): Promise<MarkPrivateOpinionSuccess> {
    const post = await this.opinionService.execute(ctx, postId, privateOpinion);
    return succeed(MarkPrivateOpinionSuccess, await this.shown(ctx, post));
  }

  @ResolveField(() => String, { description: 'Address on its page of the thread.' })
  async path(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<string> {
    return this.present.postPath(await this.threadOf(ctx, row), row);
  }

  @ResolveField(() => ThreadObject)
  async thread(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<ThreadObject> {
    return this.present.thread(ctx, await this.threadOf(ctx, row));
  }

  @ResolveField(() => Boolean, { description: 'Whether times are kept to the quarter of an hour only.' })
  async createdAtRounded(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<boolean> {
    return (await this.present.author(ctx, row.authorId)).kind === AuthorKind.PERSONA;
  }

  @ResolveField(() => AuthorObject)
  author(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<AuthorObject> {
    return this.present.author(ctx, row.deletedAt ? null : row.authorId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the author of the thread wrote it.' })
  async isAsker(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<boolean> {
    return !row.isStub && row.authorId !== null && (await this.threadOf(ctx, row)).authorId === row.authorId;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the author is an appointed expert of this board; never where a persona wrote.',
  })
  async byExpert(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<boolean> {
    if (row.isStub || row.authorId === null) return false;
    const { expertIn } = await this.present.author(ctx, row.authorId);
    return expertIn.length > 0 && expertIn.includes((await this.threadOf(ctx, row)).boardId);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether staff answers a question here, and not with a private opinion.',
  })
  async official(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<boolean> {
    if (row.isStub || row.kind !== 'reply' || row.privateOpinion) return false;
    if ((await this.present.author(ctx, row.authorId)).kind !== AuthorKind.STAFF) return false;
    return (await this.threadOf(ctx, row)).kind === 'question';
  }

  @ResolveField(() => PostStub, { nullable: true, description: 'Set where the post shows no text.' })
  stub(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): PostStub | null {
    if (row.deletedAt)
      return {
        reason: this.translator.translate(ctx.locale, 'forum:stub.deleted'),
        note: null,
        byAuthor: true,
        at: row.deletedAt,
      };
    if (!row.hiddenAt) return null;
    const reason = this.translator.translate(ctx.locale, 'forum:stub.hidden');
    return { reason, note: row.hiddenReason, byAuthor: false, at: row.hiddenAt };
  }

  @ResolveField(() => PostViewer)
  async viewer(@Ctx() ctx: RequestContext, @Parent() { row }: PostObject): Promise<PostViewer> {
    const thread = await this.threadOf(ctx, row);
    const { ownIds } = await this.voices.viewerIn(ctx, row.threadId);
    const mayEdit = forumPolicy.mayEdit(ctx.actor, thread, row, ownIds).allowed;
    const mayModerate = forumPolicy.mayModerate(ctx.actor, thread).allowed;
    return {
      isAuthor: row.authorId !== null && ownIds.includes(row.authorId),
      mayEdit,
      mayDelete: forumPolicy.mayDelete(ctx.actor, thread, row, ownIds).allowed,
      mayModerate,
      mayRedact: forumPolicy.mayRedact(ctx.actor, thread, row, ownIds).allowed,
      maySpeakPrivately: !row.isStub && forumPolicy.maySpeakPrivately(ctx.actor, row.authorId).allowed,
      body: mayEdit || mayModerate ? row.bodyMd : null,
    };
  }

  private async threadOf(ctx: RequestContext, post: Post): Promise<Thread> {
    return (await this.threadRows.load(ctx, post.threadId))!;
  }

  private async shown(ctx: RequestContext, post: Post): Promise<{ path: string; post: PostObject }> {
    return {
      path: this.present.postPath(await this.threadOf(ctx, post), post),
      post: this.present.post(ctx, post),
    };
  }
}

const profileArgs = z.object({ first: z.number().int().min(1).max(MAX_PAGE_SIZE) });

/** What the forum adds to a member's page: public posts and their numbers. */
@Resolver(() => MemberObject)
export class MemberPostsResolver {
  constructor(
    private readonly postRows: PostRepository,
    private readonly threadRows: ThreadLoader,
    private readonly texts: PostTexts,
    private readonly boards: BoardRepository,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => [BoardObject], {
    description: 'Boards the viewer may read whose appointed expert this is, in the order of the tree.',
  })
  async expertBoards(
    @Ctx() ctx: RequestContext,
    @Parent() { expertIn }: MemberObject,
  ): Promise<BoardObject[]> {
    if (expertIn.length === 0) return [];
    const known = await this.boards.known(ctx);
    return known
      .filter(({ board, readable }) => readable && expertIn.includes(board.id))
      .map((board) => this.present.board(ctx, board));
  }

  @ResolveField(() => MemberPostConnection, {
    description: 'Posts the viewer may read, newest first; none of a persona.',
  })
  async posts(
    @Ctx() ctx: RequestContext,
    @Parent() member: MemberObject,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<MemberPostConnection> {
    parseInput(profileArgs, { first });
    ctx.shown.add(`member:${member.pseudonymId}`);
    const rows = await this.postRows.byAuthor(ctx, member.pseudonymId, first, after);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return {
      items: await Promise.all(shown.map((post) => this.item(ctx, post))),
      endCursor: last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
      hasNextPage: rows.length > first,
    };
  }

  @ResolveField(() => Int, { description: 'Posts in public boards.' })
  async postCount(@Ctx() ctx: RequestContext, @Parent() member: MemberObject): Promise<number> {
    return (await this.counts(ctx, member)).posts;
  }

  @ResolveField(() => Int, { description: 'Solutions in public boards.' })
  async solutionCount(@Ctx() ctx: RequestContext, @Parent() member: MemberObject): Promise<number> {
    return (await this.counts(ctx, member)).solutions;
  }

  private async item(ctx: RequestContext, post: Post): Promise<MemberPost> {
    return {
      post: this.present.post(ctx, post),
      thread: this.present.thread(ctx, (await this.threadRows.load(ctx, post.threadId))!),
      excerpt: this.texts.excerptOf(post.bodyHtml),
    };
  }

  private counts(ctx: RequestContext, { pseudonymId }: MemberObject) {
    return ctx.remember(`forum:counts:${pseudonymId}`, () => this.postRows.publicCounts(ctx, pseudonymId));
  }
}

const previewArgs = z.object({ body: z.string().max(FORUM_LIMITS.bodyMax) });

/** The composer's preview: the same rendering as when it is posted. */
@Resolver()
export class PreviewResolver {
  constructor(
    private readonly environment: Environment,
    private readonly limits: WriteLimits,
  ) {}

  @Query(() => String, { description: 'Markdown as it will look, sanitised. Guests write, too.' })
  @Access.public()
  async previewMarkdown(@Ctx() ctx: RequestContext, @Args('body') body: string): Promise<string> {
    parseInput(previewArgs, { body });
    await this.limits.consume(ctx, 'preview');
    return renderMarkdown(body, { ownOrigin: this.environment.baseUrl }).html;
  }
}
