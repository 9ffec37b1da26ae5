import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** Memberships, requests for them and roles of a person; all vanish with the person. */
@Injectable()
@PersonalData({ tables: ['groups.membership', 'groups.access_request', 'groups.role_grant'] })
export class GroupsPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'group' AS kind, g.name_de AS name, m.since FROM groups.membership m
       JOIN groups.closed_group g ON g.id = m.group_id WHERE m.member_id = ANY($1)
       UNION ALL
       SELECT 'group-request', g.name_de, q.created_at FROM groups.access_request q
       JOIN groups.closed_group g ON g.id = q.group_id WHERE q.member_id = ANY($1)
       UNION ALL
       SELECT 'role', role, granted_at FROM groups.role_grant WHERE member_id = ANY($1)`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const gone = await this.database.query(
      ctx,
      `WITH m AS (DELETE FROM groups.membership WHERE member_id = ANY($1) RETURNING 1),
            q AS (DELETE FROM groups.access_request WHERE member_id = ANY($1) RETURNING 1),
            r AS (DELETE FROM groups.role_grant WHERE member_id = ANY($1) RETURNING 1)
       SELECT 1 FROM m UNION ALL SELECT 1 FROM q UNION ALL SELECT 1 FROM r`,
      [pseudonymIds],
    );
    return gone.length;
  }
}
