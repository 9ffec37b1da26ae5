import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { rolesWith, type RequestContext } from '@kundig/platform/server';

/** Tells whether somebody is the one person who may release articles. */
@Injectable()
export class OnlyEditor {
  constructor(private readonly groups: GroupRepository) {}

  async is(ctx: RequestContext): Promise<boolean> {
    if (!ctx.actor.memberId || !ctx.actor.can('blog:release')) return false;
    const holders = await this.groups.holdersEverywhere(ctx, [...rolesWith('blog:release')]);
    return holders.every((memberId) => memberId === ctx.actor.memberId);
  }
}
