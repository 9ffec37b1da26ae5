import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { rolesWith, type RequestContext, type Role } from '@kundig/platform/server';
import { SuspensionRepository } from '../storage/suspension.repository.js';

/** A role that lets somebody decide. */
export interface DecidingRole {
  readonly memberId: string;
  readonly role: Role;
  /** Null for the whole community. */
  readonly boardId: string | null;
}

/** Whose it is to decide what is reported, waits or is objected to. */
@Injectable()
export class Deciders {
  constructor(
    private readonly groups: GroupRepository,
    private readonly suspensions: SuspensionRepository,
  ) {}

  /** Two statements for any number of boards. @param boardId null for what belongs to no board */
  async of(ctx: RequestContext, boardId: string | null): Promise<DecidingRole[]> {
    const roles = await ctx.remember(this, () => this.roles(ctx));
    return roles.filter((role) => role.boardId === null || role.boardId === boardId);
  }

  /** The roles of the suspended rest. */
  private async roles(ctx: RequestContext): Promise<DecidingRole[]> {
    const deciding = rolesWith('moderation:read-reports');
    const grants = (await this.groups.grants(ctx)).filter(({ role }) => deciding.has(role));
    const holders = [...new Set(grants.map(({ memberId }) => memberId))];
    const suspended = await this.suspensions.inForce(ctx, holders);
    return grants.filter(({ memberId }) => !suspended.some(({ authorId }) => authorId === memberId));
  }
}
