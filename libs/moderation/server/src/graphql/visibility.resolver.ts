import { Mutation, Resolver } from '@nestjs/graphql';
import {
  ForumPresenter,
  threadPath,
  type Post,
  type PostObject,
  type Thread,
  type ThreadObject,
} from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { HidePostService, type ModeratePost } from '../visibility/hide-post.service.js';
import { LockThreadService, type ModerateThread } from '../visibility/lock-thread.service.js';
import { RestorePostService } from '../visibility/restore-post.service.js';
import {
  ModeratePostInput,
  moderatePostSchema,
  ModerateThreadInput,
  moderateThreadSchema,
} from './moderation.inputs.js';
import {
  HidePostResult,
  HidePostSuccess,
  LockThreadResult,
  LockThreadSuccess,
  RestorePostResult,
  RestorePostSuccess,
  UnlockThreadResult,
  UnlockThreadSuccess,
} from './moderation.results.js';

/** What moderators do to posts and threads; each of it is in the audit log. */
@Resolver()
export class VisibilityResolver {
  constructor(
    private readonly present: ForumPresenter,
    private readonly hideService: HidePostService,
    private readonly restoreService: RestorePostService,
    private readonly lockService: LockThreadService,
  ) {}

  @Mutation(() => HidePostResult, {
    description: 'Makes a post a stub that shows the reason. Safe to repeat: the first reason stays.',
  })
  @Access.permission('forum:moderate')
  async hidePost(
    @Ctx() ctx: RequestContext,
    @Input(moderatePostSchema, () => ModeratePostInput) input: ModeratePost,
  ): Promise<HidePostSuccess> {
    return succeed(HidePostSuccess, this.post(ctx, await this.hideService.execute(ctx, input)));
  }

  @Mutation(() => RestorePostResult, {
    description: 'Shows a hidden post again. Safe to repeat; what its author deleted does not come back.',
  })
  @Access.permission('forum:moderate')
  async restorePost(
    @Ctx() ctx: RequestContext,
    @Input(moderatePostSchema, () => ModeratePostInput) input: ModeratePost,
  ): Promise<RestorePostSuccess> {
    return succeed(RestorePostSuccess, this.post(ctx, await this.restoreService.execute(ctx, input)));
  }

  @Mutation(() => LockThreadResult, { description: 'Closes a thread for replies. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async lockThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ModerateThread,
  ): Promise<LockThreadSuccess> {
    const thread = await this.lockService.execute(ctx, input, true);
    return succeed(LockThreadSuccess, this.thread(ctx, thread, 'locked'));
  }

  @Mutation(() => UnlockThreadResult, { description: 'Opens a closed thread again. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async unlockThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ModerateThread,
  ): Promise<UnlockThreadSuccess> {
    const thread = await this.lockService.execute(ctx, input, false);
    return succeed(UnlockThreadSuccess, this.thread(ctx, thread, 'unlocked'));
  }

  private post(ctx: RequestContext, { post, thread }: { post: Post; thread: Thread }) {
    const shown: PostObject = this.present.post(ctx, post);
    return { path: this.present.postPath(thread, post), post: shown };
  }

  /** @param done the word by which the page of the thread says what has happened to it */
  private thread(ctx: RequestContext, thread: Thread, done: string) {
    const shown: ThreadObject = this.present.thread(ctx, thread);
    return { path: `${threadPath(thread)}?done=${done}`, thread: shown };
  }
}
