import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardObject, boardPath, BoardRepository, ForumPresenter } from '@kundig/forum/server';
import type { FollowState } from '@kundig/identity/server';
import {
  Access,
  Ctx,
  Input,
  NotFound,
  parseInput,
  succeed,
  type RequestContext,
} from '@kundig/platform/server';
import { z } from 'zod';
import { Subscriptions } from '../subscriptions.js';
import { FollowStateEnum } from './notifications.enums.js';
import {
  FollowBoardInput,
  followBoardSchema,
  FollowTagInput,
  followTagSchema,
} from './notifications.inputs.js';
import {
  FollowBoardResult,
  FollowBoardSuccess,
  FollowTagResult,
  FollowTagSuccess,
  TagObject,
} from './notifications.objects.js';

const LONGEST_TAG = 50;
/** Halves of surrogate pairs and NUL are in no tag, and PostgreSQL takes them in no JSON. */
const tagArgs = z.object({
  id: z
    .string()
    .min(1)
    .max(LONGEST_TAG)
    .regex(/^[^\0\p{Cs}]+$/u),
});

/** Boards and tags the viewer follows or mutes; threads are followed where their state is, in the forum. */
@Resolver(() => BoardObject)
export class FollowingResolver {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly boards: BoardRepository,
    private readonly present: ForumPresenter,
  ) {}

  @ResolveField(() => FollowStateEnum, { description: '`NONE` for visitors.' })
  following(@Ctx() ctx: RequestContext, @Parent() { row }: BoardObject): Promise<FollowState> {
    return this.subscriptions.stateOf(ctx, { kind: 'board', id: row.id });
  }

  @Query(() => TagObject, { description: 'Any word may be a tag, whether threads bear it or not.' })
  @Access.public()
  async tag(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<TagObject> {
    parseInput(tagArgs, { id });
    return this.shownTag(ctx, id.normalize('NFC').toLowerCase());
  }

  @Mutation(() => FollowBoardResult, {
    description:
      'Has the viewer told of new threads there and in its sub-boards, or of none. Safe to repeat.',
  })
  @Access.member({ evenSuspended: true })
  async followBoard(
    @Ctx() ctx: RequestContext,
    @Input(followBoardSchema, () => FollowBoardInput) { boardId, state }: z.output<typeof followBoardSchema>,
  ): Promise<FollowBoardSuccess> {
    const board = await this.boards.findReadable(ctx, boardId);
    if (!board) throw new NotFound();
    await this.subscriptions.set(ctx, { kind: 'board', id: board.id }, state);
    return succeed(FollowBoardSuccess, {
      path: boardPath(board),
      board: this.present.board(ctx, { board, readable: true }),
    });
  }

  @Mutation(() => FollowTagResult, {
    description: 'Has the viewer told of new threads that bear it, or of none. Safe to repeat.',
  })
  @Access.member({ evenSuspended: true })
  async followTag(
    @Ctx() ctx: RequestContext,
    @Input(followTagSchema, () => FollowTagInput) { tag, state }: z.output<typeof followTagSchema>,
  ): Promise<FollowTagSuccess> {
    await this.subscriptions.set(ctx, { kind: 'tag', id: tag }, state);
    return succeed(FollowTagSuccess, {
      path: `/tag/${encodeURIComponent(tag)}`,
      tag: await this.shownTag(ctx, tag),
    });
  }

  private async shownTag(ctx: RequestContext, id: string): Promise<TagObject> {
    const following = (await this.subscriptions.stateOf(ctx, { kind: 'tag', id })) as FollowStateEnum;
    return Object.assign(new TagObject(), { id, following });
  }
}
