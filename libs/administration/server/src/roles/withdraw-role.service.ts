import { Injectable } from '@nestjs/common';
import { GroupRepository } from '@kundig/groups/server';
import { SuspensionRepository } from '@kundig/moderation/server';
import { AppDatabase, Conflict, rolesWith, type RequestContext, type Role } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';

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
    private readonly suspensions: SuspensionRepository,
    private readonly members: MemberDesk,
  ) {}

  /**
   * With the last role that speaks for the operator the published profile goes. Safe to repeat.
   * @throws Conflict the last administrator who is not suspended stays one, whoever tries at once
   */
  async execute(ctx: RequestContext, { memberId, role, boardId }: WithdrawnRole): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      if (role === 'administrator' && boardId === null) await this.requireAnother(tx, memberId);
      await this.groups.revoke(tx, memberId, role, boardId);
      if (!(await this.stillSpeaks(tx, memberId))) await this.members.unpublish(tx, memberId);
    });
  }

  /** One who is suspended administers nothing. */
  private async requireAnother(tx: RequestContext, memberId: string): Promise<void> {
    const holders = await this.groups.lockHolders(tx, 'administrator');
    if (!holders.includes(memberId)) return;
    const suspended = await this.suspensions.inForce(tx, holders);
    const isLeft = (id: string) => id !== memberId && !suspended.some(({ authorId }) => authorId === id);
    if (!holders.some(isLeft)) throw new Conflict('groups:error.lastAdministrator');
  }

  private async stillSpeaks(tx: RequestContext, memberId: string): Promise<boolean> {
    const speakers = rolesWith('pseudonyms:speak-as-staff');
    const rights = await this.groups.rightsOfMany(tx, [memberId]);
    return rights.some(({ role }) => role !== null && speakers.has(role));
  }
}
