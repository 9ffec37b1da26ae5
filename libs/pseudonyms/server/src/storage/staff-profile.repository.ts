import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** What staff publish about themselves, in place of the nickname. */
export interface StaffProfileText {
  readonly realName: string;
  readonly roleDe: string;
  readonly roleEn: string;
}

/** All SQL about what staff publish in words. */
@Injectable()
export class StaffProfileRepository {
  constructor(private readonly database: AppDatabase) {}

  async of(ctx: RequestContext, memberId: string): Promise<StaffProfileText | null> {
    const [profile] = await this.database.query<StaffProfileText>(
      ctx,
      `SELECT real_name AS "realName", role_de AS "roleDe", role_en AS "roleEn"
       FROM pseudonyms.staff_profile WHERE member_id = $1`,
      [memberId],
    );
    return profile ?? null;
  }

  /** @returns nicknames and real names of all who publish a profile */
  async names(ctx: RequestContext): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      ctx,
      `SELECT unnest(ARRAY[p.name::text, s.real_name]) AS name
       FROM pseudonyms.staff_profile s JOIN pseudonyms.pseudonym p ON p.id = s.member_id`,
    );
    return rows.map(({ name }) => name);
  }

  async save(ctx: RequestContext, memberId: string, profile: StaffProfileText): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO pseudonyms.staff_profile (member_id, real_name, role_de, role_en) VALUES ($1, $2, $3, $4)
       ON CONFLICT (member_id) DO UPDATE SET real_name = excluded.real_name, role_de = excluded.role_de, role_en = excluded.role_en`,
      [memberId, profile.realName, profile.roleDe, profile.roleEn],
    );
  }

  /** @returns whether there was one */
  async remove(ctx: RequestContext, memberId: string): Promise<boolean> {
    const [removed] = await this.database.query<unknown[]>(
      ctx,
      'DELETE FROM pseudonyms.staff_profile WHERE member_id = $1 RETURNING 1',
      [memberId],
    );
    return removed!.length > 0;
  }
}
