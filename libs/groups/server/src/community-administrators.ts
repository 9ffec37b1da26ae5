import { Injectable } from '@nestjs/common';
import { Administrators } from '@kundig/identity/server';
import { AppDatabase, Clock, Conflict, type RequestContext } from '@kundig/platform/server';
import { GroupRepository } from './storage/group.repository.js';

/** Administrators by the roles that members hold everywhere. */
@Injectable()
export class CommunityAdministrators extends Administrators {
  constructor(
    private readonly database: AppDatabase,
    private readonly groups: GroupRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  exist(ctx: RequestContext): Promise<boolean> {
    return this.groups.isHeld(ctx, 'administrator');
  }

  appoint(ctx: RequestContext, memberId: string): Promise<void> {
    return this.groups.grant(ctx, memberId, 'administrator', null, this.clock.now());
  }

  async resign(
    ctx: RequestContext,
    memberId: string,
    someAreLeft: (others: readonly string[]) => Promise<boolean>,
  ): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const holders = await this.groups.lockHolders(tx, 'administrator');
      if (!holders.includes(memberId)) return;
      if (!(await someAreLeft(holders.filter((id) => id !== memberId))))
        throw new Conflict('groups:error.lastAdministrator');
      await this.groups.revoke(tx, memberId, 'administrator', null);
    });
  }
}
