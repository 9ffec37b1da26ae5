import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { Clock, NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';
import { administrationPolicy } from '../administration.policy.js';
import { NamedMembers } from '../members/named-members.js';

export interface GroupMember {
  readonly group: string;
  readonly nickname: string;
}

/** Lets members into a group, and takes them out; from the next page on they read what they may. */
@Injectable()
export class GroupMembershipService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly groups: GroupRepository,
    private readonly members: NamedMembers,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat.
   * @param inside whether the member shall belong to the group
   * @throws NotFound no such group, or one the actor does not look after
   * @throws InvalidInput (field `nickname`) no such member
   */
  async execute(ctx: RequestContext, { group, nickname }: GroupMember, inside: boolean): Promise<void> {
    const change = async (tx: RequestContext) => {
      if (!(await this.groups.find(tx, group))) throw new NotFound();
      const member = await this.members.require(tx, nickname);
      if (inside) await this.groups.addMember(tx, group, member.pseudonymId, this.clock.now());
      else await this.groups.removeMember(tx, group, member.pseudonymId);
      const action = inside ? 'group-member-added' : 'group-member-removed';
      return [group, { action, subjectType: 'group', subjectId: group, reason: member.nickname }] as const;
    };
    await this.act.execute(ctx, change, administrationPolicy.mayLookAfter(ctx.actor, group));
  }
}
