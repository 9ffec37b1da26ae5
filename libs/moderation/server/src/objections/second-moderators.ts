import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { rolesWith, type RequestContext, type Role } from '@kundig/platform/server';
import type { Objection } from '../storage/objection.repository.js';
import { SuspensionRepository } from '../storage/suspension.repository.js';

interface Grant {
  readonly memberId: string;
  readonly role: Role;
  readonly boardId: string | null;
}

/** Says who is left to decide about an objection. */
@Injectable()
export class SecondModerators {
  constructor(
    private readonly groups: GroupRepository,
    private readonly suspensions: SuspensionRepository,
  ) {}

  /**
   * Two statements for any number of objections. Of a persona's objection the account behind it counts as anybody else: whatever
   * the answer depended on would be told by it.
   */
  async leftFor(
    ctx: RequestContext,
    { boardId, hiderId, authorId }: Pick<Objection, 'boardId' | 'hiderId' | 'authorId'>,
  ): Promise<'moderators' | 'administrators' | 'nobody'> {
    const left = (await ctx.remember(this, () => this.grants(ctx))).filter(
      (grant) =>
        (grant.boardId === null || grant.boardId === boardId) &&
        grant.memberId !== hiderId &&
        grant.memberId !== authorId,
    );
    if (left.some(({ role }) => role !== 'administrator')) return 'moderators';
    return left.length > 0 ? 'administrators' : 'nobody';
  }

  /** The roles of the suspended rest. */
  private async grants(ctx: RequestContext): Promise<Grant[]> {
    const roles = rolesWith('moderation:read-reports');
    const grants = (await this.groups.grants(ctx)).filter(({ role }) => roles.has(role));
    const holders = [...new Set(grants.map(({ memberId }) => memberId))];
    const suspended = await this.suspensions.inForce(ctx, holders);
    return grants.filter(({ memberId }) => !suspended.some(({ authorId }) => authorId === memberId));
  }
}
