import { Injectable } from '@nestjs/common';
import { BoardDesk, type Board, type BoardFacts } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';

export interface ChangeBoard extends BoardFacts {
  /** Public id of the board. */
  readonly id: string;
}

/** Says anew what a board is called, who reads it and who begins threads there. What may no longer be read is gone at once. */
@Injectable()
export class ChangeBoardService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: BoardDesk,
  ) {}

  /** @throws NotFound, InvalidInput as `BoardDesk.change` */
  execute(ctx: RequestContext, { id, ...facts }: ChangeBoard): Promise<Board> {
    return this.act.execute(ctx, async (tx) => {
      const { before, after } = await this.desk.change(tx, id, facts);
      const reason =
        before.visibility === after.visibility ? null : `${before.visibility} → ${after.visibility}`;
      return [after, { action: 'board-changed', subjectType: 'board', subjectId: id, reason }] as const;
    });
  }
}
