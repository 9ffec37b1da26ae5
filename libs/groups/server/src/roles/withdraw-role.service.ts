import { Injectable } from '@nestjs/common';
import { AppDatabase, Conflict, type RequestContext, type Role } from '@kundig/platform/server';
import { GroupRepository } from '../storage/group.repository.js';

/** One role of one member. */
export interface WithdrawnRole {
  readonly memberId: string;
  readonly role: Role;
  /** The board it is limited to; null for the whole community. */
  readonly boardId: string | null;
}

/** Takes a role from a member, whoever asks for it: a page or a command. Who may ask is settled by the caller. */
@Injectable()
export class WithdrawRoleService {
  constructor(
    private readonly database: AppDatabase,
    private readonly groups: GroupRepository,
  ) {}

  /**
   * Safe to repeat.
   * @throws Conflict the last administrator stays one, whoever tries at once
   */
  async execute(ctx: RequestContext, { memberId, role, boardId }: WithdrawnRole): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      if (role === 'administrator' && boardId === null) await this.requireAnother(tx, memberId);
      await this.groups.revoke(tx, memberId, role, boardId);
    });
  }

  private async requireAnother(tx: RequestContext, memberId: string): Promise<void> {
    const holders = await this.groups.lockHolders(tx, 'administrator');
    if (holders.length === 1 && holders[0] === memberId) throw new Conflict('groups:error.lastAdministrator');
  }
}
