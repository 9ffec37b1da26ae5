import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext, type Role } from '@kundig/platform/server';

/** What makes an actor of a member: its groups and its grants, one row per grant. */
export interface MemberRights {
  readonly groupIds: string[];
  /** Groups the member looks after. */
  readonly ledGroupIds: string[];
  readonly grants: { role: Role; boardId: string | null }[];
}

export interface ClosedGroup {
  readonly id: string;
  readonly slug: string;
  readonly nameDe: string;
  readonly nameEn: string;
}

/** All SQL of the schema `groups`. */
@Injectable()
export class GroupRepository {
  constructor(private readonly database: AppDatabase) {}

  async rightsOf(ctx: RequestContext, memberId: string): Promise<MemberRights> {
    const [row] = await this.database.query<MemberRights>(
      ctx,
      `SELECT coalesce((SELECT json_agg(group_id) FROM groups.membership WHERE member_id = $1), '[]') AS "groupIds",
              coalesce((SELECT json_agg(group_id) FROM groups.membership WHERE member_id = $1 AND lead), '[]') AS "ledGroupIds",
              coalesce((SELECT json_agg(json_build_object('role', role, 'boardId', board_id))
                        FROM groups.role_grant WHERE member_id = $1), '[]') AS grants`,
      [memberId],
    );
    return row!;
  }

  /** Members of a group, and whoever holds one of the roles everywhere or for one board. */
  async membersOrHolders(
    ctx: RequestContext,
    { groupId, boardId, roles }: { groupId: string; boardId: string; roles: readonly Role[] },
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT member_id AS id FROM groups.membership WHERE group_id = $1
       UNION
       SELECT member_id FROM groups.role_grant WHERE role = ANY($3) AND (board_id IS NULL OR board_id = $2)`,
      [groupId, boardId, roles],
    );
    return rows.map(({ id }) => id);
  }

  async findBySlug(ctx: RequestContext, slug: string): Promise<ClosedGroup | null> {
    const [row] = await this.database.query<ClosedGroup>(
      ctx,
      'SELECT id, slug, name_de AS "nameDe", name_en AS "nameEn" FROM groups.closed_group WHERE slug = $1',
      [slug],
    );
    return row ?? null;
  }

  /** Adds the group or renames it; its members stay. @returns the id it has */
  async save(ctx: RequestContext, group: ClosedGroup, at: Date): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      ctx,
      `INSERT INTO groups.closed_group (id, slug, name_de, name_en, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (slug) DO UPDATE SET name_de = excluded.name_de, name_en = excluded.name_en RETURNING id`,
      [group.id, group.slug, group.nameDe, group.nameEn, at],
    );
    return row!.id;
  }

  async find(ctx: RequestContext, id: string): Promise<ClosedGroup | null> {
    const [row] = await this.database.query<ClosedGroup>(
      ctx,
      'SELECT id, slug, name_de AS "nameDe", name_en AS "nameEn" FROM groups.closed_group WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  /** Members of the group: who looks after it first, then the latest, at most `limit`. */
  members(ctx: RequestContext, groupId: string, limit: number): Promise<{ id: string; lead: boolean }[]> {
    return this.database.query(
      ctx,
      `SELECT member_id AS id, lead FROM groups.membership WHERE group_id = $1
       ORDER BY lead DESC, since DESC, member_id LIMIT $2`,
      [groupId, limit],
    );
  }

  /** @returns whether the member belongs to the group; nothing changes otherwise */
  async setLead(tx: RequestContext, groupId: string, memberId: string, lead: boolean): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `WITH changed AS (
         UPDATE groups.membership SET lead = $3 WHERE group_id = $1 AND member_id = $2 RETURNING member_id)
       SELECT member_id FROM changed`,
      [groupId, memberId, lead],
    );
    return rows.length === 1;
  }

  /** Rights of many members in one statement; whoever has none is left out. */
  rightsOfMany(
    ctx: RequestContext,
    memberIds: readonly string[],
  ): Promise<{ memberId: string; role: Role | null; boardId: string | null; groupId: string | null }[]> {
    return this.database.query(
      ctx,
      `SELECT member_id AS "memberId", role, board_id AS "boardId", NULL::uuid AS "groupId"
       FROM groups.role_grant WHERE member_id = ANY($1)
       UNION ALL
       SELECT member_id, NULL, NULL, group_id FROM groups.membership WHERE member_id = ANY($1)`,
      [memberIds],
    );
  }

  /** Whoever takes the role from the last who holds it everywhere waits for the others who try. @returns the holders */
  async lockHolders(tx: RequestContext, role: Role): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      tx,
      `SELECT member_id AS id FROM groups.role_grant WHERE role = $1 AND board_id IS NULL ORDER BY member_id FOR UPDATE`,
      [role],
    );
    return rows.map(({ id }) => id);
  }

  async addMember(ctx: RequestContext, groupId: string, memberId: string, at: Date): Promise<void> {
    await this.database.query(
      ctx,
      'INSERT INTO groups.membership VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [groupId, memberId, at],
    );
  }

  /** Lets a member into several groups in one statement; those that are gone are left out. */
  async addToGroups(
    ctx: RequestContext,
    memberId: string,
    groupIds: readonly string[],
    at: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO groups.membership (group_id, member_id, since)
       SELECT id, $1, $3 FROM groups.closed_group WHERE id = ANY($2) ON CONFLICT DO NOTHING`,
      [memberId, groupIds, at],
    );
  }

  async removeMember(ctx: RequestContext, groupId: string, memberId: string): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM groups.membership WHERE group_id = $1 AND member_id = $2', [
      groupId,
      memberId,
    ]);
  }

  async grant(
    ctx: RequestContext,
    memberId: string,
    role: Role,
    boardId: string | null,
    at: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      'INSERT INTO groups.role_grant VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [memberId, role, boardId, at],
    );
  }

  async revoke(ctx: RequestContext, memberId: string, role: Role, boardId: string | null): Promise<void> {
    await this.database.query(
      ctx,
      'DELETE FROM groups.role_grant WHERE member_id = $1 AND role = $2 AND board_id IS NOT DISTINCT FROM $3',
      [memberId, role, boardId],
    );
  }

  /** @returns whether anybody holds the role everywhere */
  async isHeld(ctx: RequestContext, role: Role): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      'SELECT 1 FROM groups.role_grant WHERE role = $1 AND board_id IS NULL LIMIT 1',
      [role],
    );
    return rows.length > 0;
  }

  /** @returns members who hold one of the roles everywhere */
  async holdersEverywhere(ctx: RequestContext, roles: readonly Role[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT DISTINCT member_id AS id FROM groups.role_grant WHERE role = ANY($1) AND board_id IS NULL',
      [roles],
    );
    return rows.map(({ id }) => id);
  }

  /** Every group by slug, with the number of its members. */
  all(ctx: RequestContext): Promise<(ClosedGroup & { readonly memberCount: number })[]> {
    return this.database.query(
      ctx,
      `SELECT g.id, g.slug, g.name_de AS "nameDe", g.name_en AS "nameEn", count(m.member_id)::int AS "memberCount"
       FROM groups.closed_group g LEFT JOIN groups.membership m ON m.group_id = g.id GROUP BY g.id ORDER BY g.slug`,
    );
  }

  /** Every role somebody holds, the oldest first. */
  grants(ctx: RequestContext): Promise<{ memberId: string; role: Role; boardId: string | null }[]> {
    return this.database.query(
      ctx,
      `SELECT member_id AS "memberId", role, board_id AS "boardId" FROM groups.role_grant ORDER BY granted_at, role, member_id`,
    );
  }
}
