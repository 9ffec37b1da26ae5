import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { NotFound, type RequestContext } from '@kundig/platform/server';
import { AdministratorAct } from '../administrator-act.js';
import { NamedMembers } from '../members/named-members.js';
import type { GroupMember } from './group-membership.service.js';

/** Lets a member look after the group it belongs to, or no longer. */
@Injectable()
export class AppointLeadService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly groups: GroupRepository,
    private readonly members: NamedMembers,
  ) {}

  /**
   * Safe to repeat.
   * @param lead whether the member shall look after the group
   * @throws NotFound the member does not belong to such a group
   * @throws InvalidInput (field `nickname`) no such member
   */
  async execute(ctx: RequestContext, { group, nickname }: GroupMember, lead: boolean): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const member = await this.members.require(tx, nickname);
      if (!(await this.groups.setLead(tx, group, member.pseudonymId, lead))) throw new NotFound();
      const action = lead ? 'group-lead-appointed' : 'group-lead-dismissed';
      return [group, { action, subjectType: 'group', subjectId: group, reason: member.nickname }] as const;
    });
  }
}
