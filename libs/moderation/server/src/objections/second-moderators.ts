import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@kundig/platform/server';
import { Deciders } from '../desk/deciders.js';
import type { Objection } from '../storage/objection.repository.js';

/** Says who is left to decide about an objection. */
@Injectable()
export class SecondModerators {
  constructor(private readonly deciders: Deciders) {}

  /**
   * Two statements for any number of objections. Of a persona's objection the account behind it counts as anybody else: whatever
   * the answer depended on would be told by it.
   */
  async leftFor(
    ctx: RequestContext,
    { boardId, hiderId, authorId }: Pick<Objection, 'boardId' | 'hiderId' | 'authorId'>,
  ): Promise<'moderators' | 'administrators' | 'nobody'> {
    const left = (await this.deciders.of(ctx, boardId)).filter(
      ({ memberId }) => memberId !== hiderId && memberId !== authorId,
    );
    if (left.some(({ role }) => role !== 'administrator')) return 'moderators';
    return left.length > 0 ? 'administrators' : 'nobody';
  }
}
