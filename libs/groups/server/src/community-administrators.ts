import { Injectable } from '@nestjs/common';
import { Administrators } from '@kundig/identity/server';
import { Clock, type RequestContext } from '@kundig/platform/server';
import { GroupRepository } from './storage/group.repository.js';

/** Administrators by the roles that members hold everywhere. */
@Injectable()
export class CommunityAdministrators extends Administrators {
  constructor(
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
}
