import { Injectable } from '@nestjs/common';
import { BoardDesk } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { SuspensionRepository } from '@kundig/moderation/server';
import {
  nameIn,
  rolesWith,
  type Bilingual,
  type RequestContext,
  type Role,
  type Suspension,
} from '@kundig/platform/server';
import { staffLacks, type MemberObject, type StaffLack } from '@kundig/pseudonyms/server';

/** What a member may do, in the language of the request. */
export interface MemberRightsInWords {
  readonly member: MemberObject;
  readonly roles: { readonly role: Role; readonly board: string | null; readonly boardName: string | null }[];
  readonly groups: string[];
  readonly lacks: StaffLack[];
  /** Imposed under the nickname; one that was imposed on a persona is nowhere told of a member. */
  readonly suspension: Suspension | null;
}

/** Roles that speak for the operator. */
const SPEAKERS = rolesWith('pseudonyms:speak-as-staff');

/** Roles, groups and suspensions of members: four statements for any number of them. */
@Injectable()
export class MemberFiles {
  constructor(
    private readonly groups: GroupRepository,
    private readonly boards: BoardDesk,
    private readonly suspensions: SuspensionRepository,
  ) {}

  /** @returns one for each member, in their order */
  async of(ctx: RequestContext, members: readonly MemberObject[]): Promise<MemberRightsInWords[]> {
    const ids = members.map(({ pseudonymId }) => pseudonymId);
    const [rights, groups, boards, suspensions] = await Promise.all([
      this.groups.rightsOfMany(ctx, ids),
      this.groups.all(ctx),
      this.boards.tree(ctx),
      this.suspensions.inForce(ctx, ids),
    ]);
    const inWords = (named: Bilingual | undefined) => (named ? nameIn(ctx.locale, named) : null);
    return members.map((member) => {
      const own = rights.filter(({ memberId }) => memberId === member.pseudonymId);
      return {
        member,
        roles: own.flatMap(({ role, boardId }) => {
          const board = boards.find(({ id }) => id === boardId);
          return role ? [{ role, board: board?.publicId ?? null, boardName: inWords(board) }] : [];
        }),
        groups: own.flatMap(({ groupId }) => inWords(groups.find(({ id }) => id === groupId)) ?? []),
        lacks: own.some(({ role }) => role && SPEAKERS.has(role)) ? staffLacks(member) : [],
        suspension: suspensions.find(({ authorId }) => authorId === member.pseudonymId) ?? null,
      };
    });
  }
}
