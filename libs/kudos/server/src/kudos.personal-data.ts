import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** Whom a person thanked, and what they are credited with. On erasure the kudos stay with those who got them, without a giver. */
@Injectable()
@PersonalData({ tables: ['kudos.kudo', 'kudos.article_kudo', 'kudos.comment_kudo', 'kudos.member_credit'] })
export class KudosPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'kudos' AS kind, '/p/' || p.public_id AS path, p.position, k.given_at AS "givenAt"
       FROM kudos.kudo k JOIN forum.post p ON p.id = k.post_id
       WHERE k.giver_id = ANY($1) ORDER BY k.given_at, k.post_id`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'kudos-blog' AS kind, a.public_id AS article, g.position, g.given_at AS "givenAt"
       FROM (SELECT article_id, NULL::int AS position, given_at FROM kudos.article_kudo WHERE giver_id = ANY($1)
             UNION ALL
             SELECT c.article_id, c.position, k.given_at FROM kudos.comment_kudo k JOIN blog.comment c ON c.id = k.comment_id
             WHERE k.giver_id = ANY($1)) AS g
       JOIN blog.article a ON a.id = g.article_id ORDER BY g.given_at, a.id, g.position`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'kudos-credit' AS kind, day::text, kudos FROM kudos.member_credit WHERE member_id = ANY($1) ORDER BY day`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const [credits] = await this.database.query<unknown[]>(
      ctx,
      'DELETE FROM kudos.member_credit WHERE member_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    let changed = credits!.length;
    for (const table of ['kudo', 'article_kudo', 'comment_kudo']) {
      const [rows] = await this.database.query<unknown[]>(
        ctx,
        `UPDATE kudos.${table} SET giver_id = NULL WHERE giver_id = ANY($1) RETURNING 1`,
        [pseudonymIds],
      );
      changed += rows!.length;
    }
    return changed;
  }
}
