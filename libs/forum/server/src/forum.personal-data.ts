import { Injectable } from '@nestjs/common';
import {
  AppDatabase,
  PersonalData,
  type DataSubject,
  type ExportRow,
  type PersonalDataHandler,
  type RequestContext,
} from '@kundig/platform/server';

/** Somebody else’s title stays theirs: it may stand where the person sees nothing any more. */
const OWN_TITLE = 'CASE WHEN t.author_id = ANY($1) THEN t.title END AS title';
const PATH = `'/p/' || p.public_id AS path`;

/** What a person wrote. On erasure the texts stay for those they helped, without an author. */
@Injectable()
@PersonalData({ tables: ['forum.thread', 'forum.post', 'forum.post_revision', 'forum.solution_proposal'] })
export class ForumPersonalData implements PersonalDataHandler {
  constructor(private readonly database: AppDatabase) {}

  async *export(ctx: RequestContext, { pseudonymIds }: DataSubject): AsyncIterable<ExportRow> {
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'post' AS kind, ${OWN_TITLE}, ${PATH}, p.position, p.body_md AS text, p.created_at AS "createdAt", p.edited_at AS "editedAt"
       FROM forum.post p JOIN forum.thread t ON t.id = p.thread_id
       WHERE p.author_id = ANY($1) ORDER BY p.created_at, p.thread_id, p.position`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'revision' AS kind, ${OWN_TITLE}, ${PATH}, p.position, r.body_md AS text, r.replaced_at AS "replacedAt"
       FROM forum.post_revision r JOIN forum.post p ON p.id = r.post_id JOIN forum.thread t ON t.id = p.thread_id
       WHERE p.author_id = ANY($1) ORDER BY r.post_id, r.number`,
      [pseudonymIds],
    );
    yield* await this.database.query<ExportRow>(
      ctx,
      `SELECT 'solution-proposal' AS kind, ${OWN_TITLE}, ${PATH}, p.position, o.reason, o.proposed_at AS "proposedAt"
       FROM forum.solution_proposal o JOIN forum.post p ON p.id = o.post_id JOIN forum.thread t ON t.id = o.thread_id
       WHERE o.proposer_id = ANY($1) ORDER BY o.proposed_at, o.id`,
      [pseudonymIds],
    );
  }

  async erase(ctx: RequestContext, { pseudonymIds }: DataSubject): Promise<number> {
    const changed = await this.database.query(
      ctx,
      `WITH posts AS (UPDATE forum.post SET author_id = NULL, client_key = NULL, mentioned_ids = '{}' WHERE author_id = ANY($1) RETURNING 1),
            mentions AS (UPDATE forum.post SET mentioned_ids = ARRAY(SELECT unnest(mentioned_ids) EXCEPT SELECT unnest($1::uuid[]))
                         WHERE mentioned_ids && $1::uuid[] AND NOT coalesce(author_id = ANY($1), false) RETURNING 1),
            threads AS (UPDATE forum.thread SET
                          author_id = CASE WHEN author_id = ANY($1) THEN NULL ELSE author_id END,
                          last_author_id = CASE WHEN last_author_id = ANY($1) THEN NULL ELSE last_author_id END,
                          solution_author_id = CASE WHEN solution_author_id = ANY($1) THEN NULL ELSE solution_author_id END
                        WHERE author_id = ANY($1) OR last_author_id = ANY($1) OR solution_author_id = ANY($1) RETURNING 1),
            proposals AS (UPDATE forum.solution_proposal SET proposer_id = NULL, reason = NULL WHERE proposer_id = ANY($1) RETURNING 1),
            revisions AS (UPDATE forum.post_revision SET replaced_by = NULL WHERE replaced_by = ANY($1) RETURNING 1)
       SELECT 1 FROM posts UNION ALL SELECT 1 FROM threads UNION ALL SELECT 1 FROM proposals UNION ALL SELECT 1 FROM revisions`,
      [pseudonymIds],
    );
    return changed.length;
  }
}
