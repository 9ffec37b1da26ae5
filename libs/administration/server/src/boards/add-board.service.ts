import { Injectable } from '@nestjs/common';
import { BoardDesk, type Board, type BoardFacts } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

export interface AddBoard extends BoardFacts {
  /** Public id of the board above; null at the top. */
  readonly parentId: string | null;
}

/** Adds a board behind its siblings. */
@Injectable()
export class AddBoardService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: BoardDesk,
  ) {}

  /** @throws NotFound, Conflict, InvalidInput as `BoardDesk.add` */
  execute(ctx: RequestContext, { parentId, ...facts }: AddBoard): Promise<Board> {
    return this.act.execute(ctx, async (tx) => {
      const board = await this.desk.add(tx, facts, parentId);
      const entry = { subjectType: 'board', subjectId: board.publicId, reason: board.nameDe } as const;
      return [board, { action: 'board-added', ...entry }] as const;
    });
  }
}
