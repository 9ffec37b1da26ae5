import { Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Access,
  Ctx,
  Input,
  NotFound,
  succeed,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';
import { DraftObject, Drafts, Voices } from '@kundig/pseudonyms/server';
import type { z } from 'zod';
import type { Thread } from '../storage/thread.entity.js';
import { ThreadRepository } from '../storage/thread.repository.js';
import { ThreadKindEnum } from './forum.enums.js';
import {
  DraftInput,
  draftSchema,
  MarkReadInput,
  markReadSchema,
  SaveDraftInput,
  saveDraftSchema,
  ThreadInput,
  threadSchema,
} from './forum.inputs.js';
import { ForumPresenter } from './forum.presenter.js';
import {
  DiscardDraftResult,
  DiscardDraftSuccess,
  FollowThreadResult,
  FollowThreadSuccess,
  MarkReadResult,
  MarkReadSuccess,
  MuteThreadResult,
  MuteThreadSuccess,
  SaveDraftResult,
  SaveDraftSuccess,
  UnfollowThreadResult,
  UnfollowThreadSuccess,
} from './forum.results.js';
import { threadPath } from './thread.object.js';

/** What only the viewer has in a thread: drafts, following, how far they have read. All of it lies with identity. */
@Resolver(() => DraftObject)
export class OwnStateResolver {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly drafts: Drafts,
    private readonly voices: Voices,
    private readonly limits: WriteLimits,
    private readonly present: ForumPresenter,
  ) {}

  @Query(() => DraftObject, { nullable: true, description: 'The new thread the viewer has begun to write.' })
  @Access.public()
  async newThreadDraft(@Ctx() ctx: RequestContext): Promise<DraftObject | null> {
    const draft = await this.drafts.ofNewThread(ctx);
    return draft && DraftObject.from(draft);
  }

  @ResolveField(() => ThreadKindEnum, { nullable: true })
  kind(@Parent() draft: DraftObject): ThreadKindEnum | null {
    return draft.kind as ThreadKindEnum | null;
  }

  @Mutation(() => SaveDraftResult, { description: 'Keeps one draft per thread, and one for a new thread.' })
  @Access.member({ evenSuspended: true })
  async saveDraft(
    @Ctx() ctx: RequestContext,
    @Input(saveDraftSchema, () => SaveDraftInput) input: z.output<typeof saveDraftSchema>,
  ): Promise<SaveDraftSuccess> {
    await this.limits.consume(ctx, 'draft');
    const thread = input.threadId ? await this.require(ctx, input.threadId) : null;
    const draft = await this.drafts.save(ctx, {
      threadId: thread?.id ?? null,
      title: input.title ?? null,
      body: input.body,
      boardId: input.boardId ?? null,
      kind: input.kind ?? null,
      tags: (input.tags ?? '').split(/[,;\s]+/).filter(Boolean),
      anonymous: input.anonymous ?? false,
      unindexed: input.unindexed ?? false,
    });
    return succeed(SaveDraftSuccess, {
      path: thread ? threadPath(thread) : '/ask',
      draft: DraftObject.from(draft),
    });
  }

  @Mutation(() => DiscardDraftResult, { description: 'Nothing happens when it is gone already.' })
  @Access.member({ evenSuspended: true })
  async discardDraft(
    @Ctx() ctx: RequestContext,
    @Input(draftSchema, () => DraftInput) { draftId }: DraftInput,
  ): Promise<DiscardDraftSuccess> {
    await this.drafts.discard(ctx, draftId);
    return succeed(DiscardDraftSuccess, { path: '/' });
  }

  @Mutation(() => FollowThreadResult, { description: 'New posts in the thread are told.' })
  @Access.member({ evenSuspended: true })
  async followThread(
    @Ctx() ctx: RequestContext,
    @Input(threadSchema, () => ThreadInput) { threadId }: ThreadInput,
  ): Promise<FollowThreadSuccess> {
    return succeed(
      FollowThreadSuccess,
      await this.take(ctx, threadId, (thread) => this.voices.follow(ctx, thread.id, true)),
    );
  }

  @Mutation(() => UnfollowThreadResult, { description: 'Ends following and muting.' })
  @Access.member({ evenSuspended: true })
  async unfollowThread(
    @Ctx() ctx: RequestContext,
    @Input(threadSchema, () => ThreadInput) { threadId }: ThreadInput,
  ): Promise<UnfollowThreadSuccess> {
    return succeed(
      UnfollowThreadSuccess,
      await this.take(ctx, threadId, (thread) => this.voices.follow(ctx, thread.id, false)),
    );
  }

  @Mutation(() => MuteThreadResult, { description: 'Nothing of the thread is told, mentions included.' })
  @Access.member({ evenSuspended: true })
  async muteThread(
    @Ctx() ctx: RequestContext,
    @Input(threadSchema, () => ThreadInput) { threadId }: ThreadInput,
  ): Promise<MuteThreadSuccess> {
    return succeed(
      MuteThreadSuccess,
      await this.take(ctx, threadId, (thread) => this.voices.mute(ctx, thread.id)),
    );
  }

  @Mutation(() => MarkReadResult, { description: 'Remembers how far the viewer has read; never goes back.' })
  @Access.member({ evenSuspended: true })
  async markRead(
    @Ctx() ctx: RequestContext,
    @Input(markReadSchema, () => MarkReadInput) { threadId, position }: MarkReadInput,
  ): Promise<MarkReadSuccess> {
    const thread = await this.require(ctx, threadId);
    await this.voices.markRead(ctx, thread.id, Math.min(position, thread.postCount));
    return succeed(MarkReadSuccess, { path: threadPath(thread) });
  }

  private async take(ctx: RequestContext, threadId: string, stand: (thread: Thread) => Promise<void>) {
    const thread = await this.require(ctx, threadId);
    await stand(thread);
    return { path: threadPath(thread), thread: this.present.thread(ctx, thread) };
  }

  private async require(ctx: RequestContext, publicId: string): Promise<Thread> {
    const thread = await this.threads.findReadable(ctx, publicId);
    if (!thread) throw new NotFound();
    return thread;
  }
}
