import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardObject, ForumPresenter, ThreadObject, threadPath, type Thread } from '@kundig/forum/server';
import { Access, Ctx, Input, succeed, type RequestContext } from '@kundig/platform/server';
import { ChangeKindService, type ChangeKind } from '../threads/change-kind.service.js';
import type { ThreadToModerate } from '../threads/moderated-thread.js';
import { MergeThreadService, type MergeThread } from '../threads/merge-thread.service.js';
import { MoveThreadService, type MoveThread } from '../threads/move-thread.service.js';
import { PinThreadService } from '../threads/pin-thread.service.js';
import { RelabelThreadService, type RelabelThread } from '../threads/relabel-thread.service.js';
import { SlowThreadService, type SlowThread } from '../threads/slow-thread.service.js';
import { SplitThreadService, type SplitThread } from '../threads/split-thread.service.js';
import {
  ChangeThreadKindInput,
  changeThreadKindSchema,
  MergeThreadInput,
  mergeThreadSchema,
  ModerateThreadInput,
  moderateThreadSchema,
  MoveThreadInput,
  moveThreadSchema,
  RelabelThreadInput,
  relabelThreadSchema,
  SlowThreadInput,
  slowThreadSchema,
  SplitThreadInput,
  splitThreadSchema,
} from './moderation.inputs.js';
import {
  ChangeThreadKindResult,
  ChangeThreadKindSuccess,
  MergeThreadResult,
  MergeThreadSuccess,
  MoveThreadResult,
  MoveThreadSuccess,
  PinThreadResult,
  PinThreadSuccess,
  RelabelThreadResult,
  RelabelThreadSuccess,
  SlowThreadResult,
  SlowThreadSuccess,
  SplitThreadResult,
  SplitThreadSuccess,
  UnpinThreadResult,
  UnpinThreadSuccess,
} from './moderation.results.js';

/** What moderators change about a thread as a whole; each of it is in the audit log and can be changed back. */
@Resolver(() => ThreadObject)
export class ThreadCareResolver {
  constructor(
    private readonly present: ForumPresenter,
    private readonly relabelService: RelabelThreadService,
    private readonly kindService: ChangeKindService,
    private readonly pinService: PinThreadService,
    private readonly moveService: MoveThreadService,
    private readonly mergeService: MergeThreadService,
    private readonly splitService: SplitThreadService,
    private readonly slowService: SlowThreadService,
  ) {}

  @Mutation(() => RelabelThreadResult, {
    description:
      'Gives a thread another title and other tags. Safe to repeat; old addresses lead to the new one.',
  })
  @Access.permission('forum:moderate')
  async relabelThread(
    @Ctx() ctx: RequestContext,
    @Input(relabelThreadSchema, () => RelabelThreadInput) input: RelabelThread,
  ): Promise<RelabelThreadSuccess> {
    return succeed(RelabelThreadSuccess, this.shown(ctx, await this.relabelService.execute(ctx, input)));
  }

  @Mutation(() => ChangeThreadKindResult, {
    description:
      'Makes a discussion of a question without a solution, or the other way round. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async changeThreadKind(
    @Ctx() ctx: RequestContext,
    @Input(changeThreadKindSchema, () => ChangeThreadKindInput) input: ChangeKind,
  ): Promise<ChangeThreadKindSuccess> {
    return succeed(ChangeThreadKindSuccess, this.shown(ctx, await this.kindService.execute(ctx, input)));
  }

  @Mutation(() => PinThreadResult, { description: 'Keeps a thread on top of its board. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async pinThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ThreadToModerate,
  ): Promise<PinThreadSuccess> {
    return succeed(PinThreadSuccess, this.shown(ctx, await this.pinService.execute(ctx, input, true)));
  }

  @Mutation(() => UnpinThreadResult, { description: 'No longer keeps a thread on top. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async unpinThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ThreadToModerate,
  ): Promise<UnpinThreadSuccess> {
    return succeed(UnpinThreadSuccess, this.shown(ctx, await this.pinService.execute(ctx, input, false)));
  }

  @Mutation(() => MoveThreadResult, {
    description: 'Brings a thread to another board, whose rights hold for it from then on. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async moveThread(
    @Ctx() ctx: RequestContext,
    @Input(moveThreadSchema, () => MoveThreadInput) input: MoveThread,
  ): Promise<MoveThreadSuccess> {
    return succeed(MoveThreadSuccess, this.shown(ctx, await this.moveService.execute(ctx, input)));
  }

  @Mutation(() => MergeThreadResult, {
    description:
      "Lets a thread go over into another one: its posts stand behind the other's, and its address leads there. Safe to repeat.",
  })
  @Access.permission('forum:moderate')
  async mergeThread(
    @Ctx() ctx: RequestContext,
    @Input(mergeThreadSchema, () => MergeThreadInput) input: MergeThread,
  ): Promise<MergeThreadSuccess> {
    return succeed(MergeThreadSuccess, this.shown(ctx, await this.mergeService.execute(ctx, input)));
  }

  @Mutation(() => SplitThreadResult, {
    description: 'Makes replies of a thread a thread of their own. Safe to repeat with the same client key.',
  })
  @Access.permission('forum:moderate')
  async splitThread(
    @Ctx() ctx: RequestContext,
    @Input(splitThreadSchema, () => SplitThreadInput) input: SplitThread,
  ): Promise<SplitThreadSuccess> {
    return succeed(SplitThreadSuccess, this.shown(ctx, await this.splitService.execute(ctx, input)));
  }

  @Mutation(() => SlowThreadResult, {
    description: 'Sets how many minutes lie between two replies of one person in a thread. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async slowThread(
    @Ctx() ctx: RequestContext,
    @Input(slowThreadSchema, () => SlowThreadInput) input: SlowThread,
  ): Promise<SlowThreadSuccess> {
    return succeed(SlowThreadSuccess, this.shown(ctx, await this.slowService.execute(ctx, input)));
  }

  @ResolveField(() => [BoardObject], {
    description: 'Boards to which the viewer may move the thread; none for those who do not moderate it.',
  })
  async moveTargets(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<BoardObject[]> {
    const boards = await this.moveService.targetsOf(ctx, row);
    return boards.map((board) => this.present.board(ctx, { board, readable: true }));
  }

  private shown(ctx: RequestContext, thread: Thread): { path: string; thread: ThreadObject } {
    return { path: threadPath(thread), thread: this.present.thread(ctx, thread) };
  }
}
