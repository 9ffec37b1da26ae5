import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** Whom a person thanked. On erasure the kudos stay with those who got them, without a giver. */
@Injectable()
@PersonalData({ tables: ['kudos.kudo'] })
export class KudosPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'kudos' AS kind, t.title, p.position, k.given_at AS "givenAt"
       FROM kudos.kudo k JOIN forum.post p ON p.id = k.post_id JOIN forum.thread t ON t.id = p.thread_id
       WHERE k.giver_id = ANY($1) ORDER BY k.given_at`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const [changed] = await this.database.query<unknown[]>(
      ctx,
      'UPDATE kudos.kudo SET giver_id = NULL WHERE giver_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    return changed!.length;
  }
}
