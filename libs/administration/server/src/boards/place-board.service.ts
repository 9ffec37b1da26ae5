import { Injectable } from '@nestjs/common';
import { BoardDesk, type Board, type BoardPlace } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Puts a board elsewhere in the tree. All ids are public ones. */
@Injectable()
export class PlaceBoardService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: BoardDesk,
  ) {}

  /** @throws NotFound, Conflict as `BoardDesk.place` */
  execute(ctx: RequestContext, place: BoardPlace): Promise<Board> {
    return this.act.execute(ctx, async (tx) => {
      const board = await this.desk.place(tx, place);
      return [
        board,
        { action: 'board-placed', subjectType: 'board', subjectId: place.id, reason: null },
      ] as const;
    });
  }
}
