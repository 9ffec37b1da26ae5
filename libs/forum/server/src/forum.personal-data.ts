import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** What a person wrote. On erasure the texts stay for those they helped, without an author. */
@Injectable()
@PersonalData({ tables: ['forum.thread', 'forum.post'] })
export class ForumPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'post' AS kind, t.title, p.position, p.body_md AS text, p.created_at AS "createdAt", p.edited_at AS "editedAt"
       FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
       WHERE p.author_id = ANY($1) ORDER BY p.created_at`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const changed = await this.database.query(
      ctx,
      `WITH posts AS (UPDATE forum.post SET author_id = NULL, client_key = NULL WHERE author_id = ANY($1) RETURNING 1),
            threads AS (UPDATE forum.thread SET author_id = NULL WHERE author_id = ANY($1) RETURNING 1),
            lasts AS (UPDATE forum.thread SET last_author_id = NULL
                      WHERE last_author_id = ANY($1) AND author_id <> ALL($1) RETURNING 1)
       SELECT 1 FROM posts UNION ALL SELECT 1 FROM threads UNION ALL SELECT 1 FROM lasts`,
      [pseudonymIds],
    );
    return changed.length;
  }
}
