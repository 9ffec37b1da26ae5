import { Injectable } from '@nestjs/common';
import { BoardDesk } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

/** Ends new threads in a board, or lets them in again. What is there stays where it is: nothing is ever deleted with a board. */
@Injectable()
export class CloseBoardService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: BoardDesk,
  ) {}

  /**
   * Safe to repeat.
   * @param id public id of the board
   * @throws NotFound
   */
  async execute(ctx: RequestContext, id: string, closed: boolean): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const changed = await this.desk.close(tx, id, closed);
      const action = closed ? 'board-closed' : 'board-reopened';
      return [id, changed ? { action, subjectType: 'board', subjectId: id, reason: null } : null] as const;
    });
  }
}
