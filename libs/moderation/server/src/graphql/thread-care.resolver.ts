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
    const thread = await this.relabelService.execute(ctx, input);
    return succeed(RelabelThreadSuccess, this.shown(ctx, thread, 'relabelled'));
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
    const thread = await this.kindService.execute(ctx, input);
    return succeed(ChangeThreadKindSuccess, this.shown(ctx, thread, input.kind));
  }

  @Mutation(() => PinThreadResult, { description: 'Keeps a thread on top of its board. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async pinThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ThreadToModerate,
  ): Promise<PinThreadSuccess> {
    const thread = await this.pinService.execute(ctx, input, true);
    return succeed(PinThreadSuccess, this.shown(ctx, thread, 'pinned'));
  }

  @Mutation(() => UnpinThreadResult, { description: 'No longer keeps a thread on top. Safe to repeat.' })
  @Access.permission('forum:moderate')
  async unpinThread(
    @Ctx() ctx: RequestContext,
    @Input(moderateThreadSchema, () => ModerateThreadInput) input: ThreadToModerate,
  ): Promise<UnpinThreadSuccess> {
    const thread = await this.pinService.execute(ctx, input, false);
    return succeed(UnpinThreadSuccess, this.shown(ctx, thread, 'unpinned'));
  }

  @Mutation(() => MoveThreadResult, {
    description: 'Brings a thread to another board, whose rights hold for it from then on. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async moveThread(
    @Ctx() ctx: RequestContext,
    @Input(moveThreadSchema, () => MoveThreadInput) input: MoveThread,
  ): Promise<MoveThreadSuccess> {
    const thread = await this.moveService.execute(ctx, input);
    return succeed(MoveThreadSuccess, this.shown(ctx, thread, 'moved'));
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
    const thread = await this.mergeService.execute(ctx, input);
    return succeed(MergeThreadSuccess, this.shown(ctx, thread, 'merged'));
  }

  @Mutation(() => SplitThreadResult, {
    description: 'Makes replies of a thread a thread of their own. Safe to repeat with the same client key.',
  })
  @Access.permission('forum:moderate')
  async splitThread(
    @Ctx() ctx: RequestContext,
    @Input(splitThreadSchema, () => SplitThreadInput) input: SplitThread,
  ): Promise<SplitThreadSuccess> {
    const thread = await this.splitService.execute(ctx, input);
    return succeed(SplitThreadSuccess, this.shown(ctx, thread, 'split'));
  }

  @Mutation(() => SlowThreadResult, {
    description: 'Sets how many minutes lie between two replies of one person in a thread. Safe to repeat.',
  })
  @Access.permission('forum:moderate')
  async slowThread(
    @Ctx() ctx: RequestContext,
    @Input(slowThreadSchema, () => SlowThreadInput) input: SlowThread,
  ): Promise<SlowThreadSuccess> {
    const thread = await this.slowService.execute(ctx, input);
    return succeed(
      SlowThreadSuccess,
      this.shown(ctx, thread, input.minutes === null ? 'unslowed' : 'slowed'),
    );
  }

  @ResolveField(() => [BoardObject], {
    description: 'Boards to which the viewer may move the thread; none for those who do not moderate it.',
  })
  async moveTargets(@Ctx() ctx: RequestContext, @Parent() { row }: ThreadObject): Promise<BoardObject[]> {
    const boards = await this.moveService.targetsOf(ctx, row);
    return boards.map((board) => this.present.board(ctx, { board, readable: true }));
  }

  /** @param done the word by which the page of the thread says what has happened to it */
  private shown(ctx: RequestContext, thread: Thread, done: string): { path: string; thread: ThreadObject } {
    return { path: `${threadPath(thread)}?done=${done}`, thread: this.present.thread(ctx, thread) };
  }
}
