import { Injectable } from '@nestjs/common';
import { InvitedRights, type InvitedRight } from '@kundig/identity/server';
import { AppDatabase, Clock, type RequestContext } from '@kundig/platform/server';
import { GroupRepository } from '../storage/group.repository.js';

/** What an invitation promised, as roles and memberships. */
@Injectable()
export class GrantedRights extends InvitedRights {
  constructor(
    private readonly database: AppDatabase,
    private readonly groups: GroupRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async give(ctx: RequestContext, memberId: string, { role, groupIds }: InvitedRight): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(ctx, async (tx) => {
      if (role) await this.groups.grant(tx, memberId, role, null, at);
      await this.groups.addToGroups(tx, memberId, groupIds, at);
    });
  }
}
