import type { Permission, Role } from '../access/permissions.js';
import { rolesWith } from '../access/permissions.js';

/** A role somebody holds, for the whole community or for named boards only. */
export interface RoleGrant {
  readonly role: Role;
  /** Boards the grant is limited to; null means all. */
  readonly boardIds: readonly string[] | null;
}

/**
 * On whose behalf something happens. It carries no account: the layers above identity know people only by their
 * public member id (DESIGN: pseudonymity is structural).
 */
export class Actor {
  private constructor(
    readonly kind: 'visitor' | 'member' | 'system',
    /** Pseudonym id of the acting member; null for visitors and the system. */
    readonly memberId: string | null,
    readonly groupIds: readonly string[],
    readonly grants: readonly RoleGrant[],
    /** Groups the member looks after; all of them are among `groupIds`. */
    readonly ledGroupIds: readonly string[] = [],
  ) {}

  static readonly visitor = new Actor('visitor', null, [], []);
  /** Jobs and commands: sees everything, is nobody. */
  static readonly system = new Actor('system', null, [], []);

  static member(
    memberId: string,
    groupIds: readonly string[] = [],
    grants: readonly RoleGrant[] = [],
    ledGroupIds: readonly string[] = [],
  ): Actor {
    return new Actor('member', memberId, groupIds, grants, ledGroupIds);
  }

  get isMember(): boolean {
    return this.kind === 'member';
  }

  /** Whether the actor holds any role, anywhere. */
  get isAppointed(): boolean {
    return this.grants.length > 0;
  }

  /**
   * @param permission what is to be done
   * @param boardId    the board it concerns; without one only community-wide grants count
   */
  can(permission: Permission, boardId?: string): boolean {
    if (this.kind === 'system') return true;
    const roles = rolesWith(permission);
    return this.grants.some(
      ({ role, boardIds }) =>
        roles.has(role) && (boardIds === null || (boardId !== undefined && boardIds.includes(boardId))),
    );
  }

  /** Whether the permission is held for at least one board, for showing the way to a desk. */
  canSomewhere(permission: Permission): boolean {
    const roles = rolesWith(permission);
    return this.kind === 'system' || this.grants.some(({ role }) => roles.has(role));
  }

  /** Boards for which the permission is held; null means all. */
  boardsWith(permission: Permission): readonly string[] | null {
    if (this.kind === 'system') return null;
    const roles = rolesWith(permission);
    const held = this.grants.filter(({ role }) => roles.has(role));
    if (held.some(({ boardIds }) => boardIds === null)) return null;
    return held.flatMap(({ boardIds }) => boardIds ?? []);
  }
}
