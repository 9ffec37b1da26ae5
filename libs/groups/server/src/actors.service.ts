import { Injectable } from '@nestjs/common';
import { Actor, RequestContext, type RoleGrant } from '@kundig/platform/server';
import { GroupRepository } from './storage/group.repository.js';

/** Makes the actor of a request from a member id. */
@Injectable()
export class Actors {
  constructor(private readonly groups: GroupRepository) {}

  /** One statement: groups and grants of the member. */
  async of(memberId: string): Promise<Actor> {
    const { groupIds, grants, ledGroupIds } = await this.groups.rightsOf(RequestContext.system(), memberId);
    const merged = new Map<string, RoleGrant>();
    for (const { role, boardId } of grants) {
      const earlier = merged.get(role);
      const everywhere = boardId === null || earlier?.boardIds === null;
      merged.set(role, { role, boardIds: everywhere ? null : [...(earlier?.boardIds ?? []), boardId] });
    }
    return Actor.member(memberId, groupIds, [...merged.values()], ledGroupIds);
  }
}
