import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { rolesWith, type Permission, type RequestContext, type Role } from '@kundig/platform/server';
import { SuspensionRepository } from '../storage/suspension.repository.js';

/** A role that lets somebody decide. */
export interface DecidingRole {
  readonly memberId: string;
  readonly role: Role;
  /** Null for the whole community. */
  readonly boardId: string | null;
}

/** Whose it is to decide what is reported, waits or is objected to, and what custodians are asked. */
@Injectable()
export class Deciders {
  constructor(
    private readonly groups: GroupRepository,
    private readonly suspensions: SuspensionRepository,
  ) {}

  /** Two statements for any number of boards. @param boardId null for what belongs to no board */
  async of(ctx: RequestContext, boardId: string | null): Promise<DecidingRole[]> {
    const roles = await ctx.remember(this, () => this.rolesWith(ctx, 'moderation:read-reports'));
    return roles.filter((role) => role.boardId === null || role.boardId === boardId);
  }

  /** @returns members who decide about requests for reveals */
  async custodians(ctx: RequestContext): Promise<string[]> {
    const roles = await this.rolesWith(ctx, 'identity:approve-reveal');
    return [...new Set(roles.map(({ memberId }) => memberId))];
  }

  /** The roles of the suspended rest. */
  private async rolesWith(ctx: RequestContext, permission: Permission): Promise<DecidingRole[]> {
    const deciding = rolesWith(permission);
    const grants = (await this.groups.grants(ctx)).filter(({ role }) => deciding.has(role));
    const holders = [...new Set(grants.map(({ memberId }) => memberId))];
    const suspended = await this.suspensions.inForce(ctx, holders);
    return grants.filter(({ memberId }) => !suspended.some(({ authorId }) => authorId === memberId));
  }
}
