import { Injectable } from '@nestjs/common';
import { BoardRepository } from '@kundig/forum/server';
import {
  AppDatabase,
  Clock,
  Environment,
  InvalidInput,
  monthsAfter,
  NotFound,
  PageInvalidation,
  Randomness,
  type RequestContext,
} from '@kundig/platform/server';
import { Experts, MemberDesk } from '@kundig/pseudonyms/server';
import { AuditLog } from '../audit/audit-log.js';

export interface AppointExpert {
  readonly nickname: string;
  /** Public id of the board. */
  readonly boardId: string;
  readonly reason: string;
  /** Term in months of the calendar, 1 to 24. */
  readonly months: number;
}

/** Makes a member an expert of a board, for a time; again for a new term. */
@Injectable()
export class AppointExpertService {
  constructor(
    private readonly database: AppDatabase,
    private readonly boards: BoardRepository,
    private readonly members: MemberDesk,
    private readonly experts: Experts,
    private readonly audit: AuditLog,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly random: Randomness,
  ) {}

  /**
   * @throws NotFound     no such board, or not one the actor looks after
   * @throws InvalidInput no member of that nickname
   */
  async execute(ctx: RequestContext, { nickname, boardId, reason, months }: AppointExpert): Promise<void> {
    const board = await this.boards.findReadable(ctx, boardId);
    if (!board || !ctx.actor.can('forum:moderate', board.id)) throw new NotFound();
    const memberId = await this.members.idOf(ctx, nickname);
    if (memberId === null) throw new InvalidInput('nickname', 'moderation:error.noSuchMember');
    const now = this.clock.now();
    const endsAt = monthsAfter(now, months, this.environment.get('TIME_ZONE'));
    const status = { id: this.random.uuid(), memberId, boardId: board.id, reason, endsAt };
    await this.database.transaction(ctx, async (tx) => {
      const subjectId = await this.experts.appoint(tx, status, now);
      await this.pages.drop(tx, 'everything'); // the mark stands wherever the member wrote
      await this.audit.record(tx, {
        action: 'expert-appointed',
        subjectType: 'expert',
        subjectId,
        reason,
      });
    });
  }
}
