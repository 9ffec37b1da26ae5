import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { UploadView } from '../port/identity-port.js';

const COLUMNS = 'u.id, u.purpose, u.kind, u.width, u.height, u.bytes';

/** Files that were handed in and are not published. Their bytes lie in the file storage, under keys that tell nothing. */
@Injectable()
export class UploadRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns false when there is no such member */
  async add(ctx: RequestContext, memberId: string, upload: UploadView, now: Date): Promise<boolean> {
    const { id, purpose, kind, width, height, bytes } = upload;
    const rows = await this.database.query(
      ctx,
      `INSERT INTO identity.upload (id, account_id, purpose, kind, width, height, bytes, created_at)
       SELECT $2, id, $3, $4, $5, $6, $7, $8 FROM identity.account WHERE member_id = $1 RETURNING id`,
      [memberId, id, purpose, kind, width, height, bytes, now],
    );
    return rows.length === 1;
  }

  of(ctx: RequestContext, memberId: string, ids: readonly string[]): Promise<UploadView[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.upload u JOIN identity.account a ON a.id = u.account_id
       WHERE a.member_id = $1 AND u.id = ANY($2::text[])`,
      [memberId, ids],
    );
  }

  async drop(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM identity.upload WHERE id = ANY($1::text[])', [ids]);
  }

  /** @returns by id, files handed in before `unusedSince` that no draft of their owner names, and those without an owner */
  abandoned(
    ctx: RequestContext,
    unusedSince: Date,
    after: string | null,
    limit: number,
  ): Promise<UploadView[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.upload u
       WHERE ($2::text IS NULL OR u.id > $2) AND (u.account_id IS NULL OR (u.created_at < $1 AND NOT EXISTS (
         SELECT 1 FROM identity.draft d WHERE d.account_id = u.account_id AND strpos(d.body, '/files/' || u.id) > 0)
         AND NOT EXISTS (SELECT 1 FROM identity.held_post h
           WHERE h.account_id = u.account_id AND strpos(h.content->>'body', '/files/' || u.id) > 0)))
       ORDER BY u.id LIMIT $3`,
      [unusedSince, after, limit],
    );
  }
}
