import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/**
 * What a person reported, objected to, did as a moderator, and was suspended for. On erasure reports lose reporter and
 * note, and suspensions and objections go; the log stays as it is, for it answers for decisions about others, and names nobody but a pseudonym that
 * by then has no name.
 */
@Injectable()
@PersonalData({
  tables: [
    'moderation.report',
    'moderation.content_notice',
    'moderation.objection',
    'moderation.suspension',
    'moderation.audit_entry',
  ],
})
export class ModerationPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'report' AS kind, '/p/' || p.public_id AS path, p.position, r.reason, r.note, r.created_at AS "createdAt"
       FROM moderation.report r JOIN forum.post p ON p.id = r.post_id
       WHERE r.reporter_id = ANY($1) ORDER BY r.created_at, r.id`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'comment-report' AS kind, c.position, r.reason, r.note, r.created_at AS "createdAt"
       FROM moderation.report r JOIN blog.comment c ON c.id = r.comment_id
       WHERE r.reporter_id = ANY($1) ORDER BY r.created_at, r.id`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'objection' AS kind, words, created_at AS "createdAt", decision, answer, resolved_at AS "resolvedAt",
         reopen_reason AS "reopenReason" FROM moderation.objection WHERE author_id = ANY($1) ORDER BY created_at`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'suspension' AS kind, reason, ends_at AS "endsAt" FROM moderation.suspension WHERE author_id = ANY($1)`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'moderation' AS kind, action, subject_type AS "subjectType", subject_id AS "subjectId", reason, at
       FROM moderation.audit_entry WHERE actor_id = ANY($1) ORDER BY seq`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const [rows] = await this.database.query<unknown[]>(
      ctx,
      `UPDATE moderation.report SET
         reporter_id = CASE WHEN reporter_id = ANY($1) THEN NULL ELSE reporter_id END,
         note = CASE WHEN reporter_id = ANY($1) THEN NULL ELSE note END,
         handler_id = CASE WHEN handler_id = ANY($1) THEN NULL ELSE handler_id END
       WHERE reporter_id = ANY($1) OR handler_id = ANY($1) RETURNING 1`,
      [pseudonymIds],
    );
    const [decided] = await this.database.query<unknown[]>(
      ctx,
      'UPDATE moderation.content_notice SET decider_id = NULL WHERE decider_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    const [objections] = await this.database.query<unknown[]>(
      ctx,
      'DELETE FROM moderation.objection WHERE author_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    const [handled] = await this.database.query<unknown[]>(
      ctx,
      `UPDATE moderation.objection SET
         hider_id = CASE WHEN hider_id = ANY($1) THEN NULL ELSE hider_id END,
         resolver_id = CASE WHEN resolver_id = ANY($1) THEN NULL ELSE resolver_id END
       WHERE hider_id = ANY($1) OR resolver_id = ANY($1) RETURNING 1`,
      [pseudonymIds],
    );
    const [suspensions] = await this.database.query<unknown[]>(
      ctx,
      'DELETE FROM moderation.suspension WHERE author_id = ANY($1) RETURNING 1',
      [pseudonymIds],
    );
    return [rows, decided, objections, handled, suspensions].reduce((sum, part) => sum + part!.length, 0);
  }
}
