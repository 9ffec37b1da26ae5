import { Injectable } from '@nestjs/common';
import { BoardDesk, type QuestionField } from '@kundig/forum/server';
import type { RequestContext } from '@kundig/platform/server';
import { AdministratorAct, type AuditNote } from '../administrator-act.js';

export interface SaveQuestionField extends Omit<QuestionField, 'id'> {
  /** Public id of the board. */
  readonly id: string;
  /** Null adds one. */
  readonly field: string | null;
}

/** What a board asks beside the question. */
@Injectable()
export class QuestionFieldsService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly desk: BoardDesk,
  ) {}

  /** @throws NotFound, Conflict as `BoardDesk.saveField` */
  async save(ctx: RequestContext, { id, field, ...words }: SaveQuestionField): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      await this.desk.saveField(tx, id, field, words);
      return [id, changed(id, words.labelDe)] as const;
    });
  }

  /** Safe to repeat. @throws NotFound no such board */
  async remove(ctx: RequestContext, { id, field }: { id: string; field: string }): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const gone = await this.desk.removeField(tx, id, field);
      return [id, gone ? changed(id, null) : null] as const;
    });
  }
}

const changed = (subjectId: string, reason: string | null): AuditNote => ({
  ...{ action: 'board-changed', subjectType: 'board' },
  ...{ subjectId, reason },
});
