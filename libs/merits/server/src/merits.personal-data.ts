import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** What a member earned by the day, and whether it wants to be listed. Goes with the member. */
@Injectable()
@PersonalData({ tables: ['merits.credit_day', 'merits.absence'] })
export class MeritsPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'merit' AS kind, day::text AS day, sum(kudos)::int AS kudos, sum(solutions)::int AS solutions
       FROM merits.credit_day WHERE member_id = ANY($1) GROUP BY day
       UNION ALL SELECT 'absent-from-rankings', NULL, NULL, NULL FROM merits.absence WHERE member_id = ANY($1)
       ORDER BY day`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const rows = await this.database.query(
      ctx,
      `WITH credits AS (DELETE FROM merits.credit_day WHERE member_id = ANY($1) RETURNING 1),
            absences AS (DELETE FROM merits.absence WHERE member_id = ANY($1) RETURNING 1)
       SELECT 1 FROM credits UNION ALL SELECT 1 FROM absences`,
      [pseudonymIds],
    );
    return rows.length;
  }
}
