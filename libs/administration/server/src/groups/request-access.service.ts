import { Injectable } from '@nestjs/common';
import { BoardRepository, type Board } from '@kundig/forum/server';
import { AccessRequestRepository } from '@kundig/groups/server';
import {
  Clock,
  NotAllowed,
  NotFound,
  Randomness,
  SignInRequired,
  WriteLimits,
  type RequestContext,
} from '@kundig/platform/server';

export interface RequestAccess {
  /** Public id of the board that announces the group. */
  readonly boardId: string;
  readonly note: string | null;
}

/** Asks to be let into the group of a board whose teaser one sees. */
@Injectable()
export class RequestAccessService {
  constructor(
    private readonly boards: BoardRepository,
    private readonly requests: AccessRequestRepository,
    private readonly limits: WriteLimits,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /**
   * Safe to repeat: one open request per member and group.
   * @throws SignInRequired for visitors
   * @throws NotFound no such board, or one of a group that is not announced
   * @throws NotAllowed the board can be read already
   * @throws TooManyRequests
   */
  async execute(ctx: RequestContext, { boardId, note }: RequestAccess): Promise<Board> {
    const { memberId } = ctx.actor;
    if (memberId === null) throw new SignInRequired();
    const known = (await this.boards.known(ctx)).find(({ board }) => board.publicId === boardId);
    if (!known) throw new NotFound();
    const { board, readable } = known;
    if (readable || board.groupId === null) throw new NotAllowed('administration:error.mayRead');
    await this.limits.consume(ctx, 'report');
    await this.requests.add(ctx, {
      id: this.random.uuid(),
      groupId: board.groupId,
      memberId,
      note,
      createdAt: this.clock.now(),
    });
    return board;
  }
}
