import { Injectable } from '@nestjs/common';
import { BoardDesk, type Board } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import {
  Clock,
  InvalidInput,
  nameIn,
  NotFound,
  Translator,
  type RequestContext,
  type Role,
} from '@kundig/platform/server';
import { administrationPolicy } from '../administration.policy.js';
import { AdministratorAct } from '../administrator-act.js';
import { NamedMembers } from '../members/named-members.js';
import { WithdrawRoleService } from './withdraw-role.service.js';

export interface ChangeRole {
  readonly nickname: string;
  readonly role: Role;
  /** Public id of the board the role is limited to; null for the whole community. */
  readonly board: string | null;
}

/** Roles that make sense for one board; the others concern the whole community. */
export const ROLES_OF_BOARDS: readonly Role[] = ['moderator', 'staff'];

/** Gives roles and takes them away; both hold from the member's next page on. */
@Injectable()
export class ChangeRoleService {
  constructor(
    private readonly act: AdministratorAct,
    private readonly groups: GroupRepository,
    private readonly withdrawing: WithdrawRoleService,
    private readonly boards: BoardDesk,
    private readonly members: NamedMembers,
    private readonly clock: Clock,
    private readonly translator: Translator,
  ) {}

  /**
   * Safe to repeat.
   * @param held whether the member shall hold the role
   * @throws NotFound no such board
   * @throws InvalidInput (field `nickname`) no such member; (field `board`) a role that no single board has; (field `role`) as `mayGive` says
   * @throws NotAllowed it takes a fresh code of the second factor
   * @throws Conflict the last administrator who is not suspended stays one, whoever tries at once
   */
  async execute(ctx: RequestContext, { nickname, role, board }: ChangeRole, held: boolean): Promise<void> {
    await this.act.execute(ctx, async (tx) => {
      const member = await this.members.require(tx, nickname);
      const place = board === null ? null : await this.board(tx, board);
      const boardId = place?.id ?? null;
      const id = member.pseudonymId;
      if (held) {
        administrationPolicy.mayGive(ctx, role, this.clock.now()).orThrow();
        if (boardId !== null && !ROLES_OF_BOARDS.includes(role))
          throw new InvalidInput('board', 'administration:error.roleOfAll');
        await this.groups.grant(tx, id, role, boardId, this.clock.now());
      } else {
        await this.withdrawing.execute(tx, { memberId: id, role, boardId });
      }
      const action = held ? 'role-granted' : 'role-withdrawn';
      const named = this.translator.translate(ctx.locale, `administration:role.${role}`);
      const reason = place === null ? named : `${named} · ${nameIn(ctx.locale, place)}`;
      return [id, { action, subjectType: 'member', subjectId: member.nickname, reason }] as const;
    });
  }

  private async board(tx: RequestContext, publicId: string): Promise<Board> {
    const board = (await this.boards.tree(tx)).find((known) => known.publicId === publicId);
    if (!board) throw new NotFound();
    return board;
  }
}
