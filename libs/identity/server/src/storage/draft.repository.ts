import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { DraftContent, DraftView } from '../port/threads.js';

/** A draft as PostgreSQL's JSON gives it. */
export type DraftRow = DraftView;

/** Key and value pairs for `json_build_object`, of a draft `d`. */
export const DRAFT_COLUMNS = `
  'id', d.id, 'threadId', d.thread_id, 'title', d.title, 'body', d.body, 'boardId', d.board_id, 'kind', d.kind,
  'tags', d.tags, 'anonymous', d.anonymous, 'unindexed', d.unindexed, 'updatedAt', d.updated_at`;

@Injectable()
export class DraftRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Replaces the member's draft for that thread, or for a new one. @returns null when there is no such member */
  async save(
    ctx: RequestContext,
    memberId: string,
    id: string,
    content: DraftContent,
    now: Date,
  ): Promise<DraftRow | null> {
    const { threadId, title, body, boardId, kind, tags, anonymous, unindexed } = content;
    const rows = await this.database.query<{ draft: DraftRow }>(
      ctx,
      `INSERT INTO identity.draft AS d (id, account_id, thread_id, title, body, board_id, kind, tags, anonymous, unindexed, updated_at)
       SELECT $2, id, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM identity.account WHERE member_id = $1
       ON CONFLICT (account_id, thread_id) DO UPDATE SET title = excluded.title, body = excluded.body,
         board_id = excluded.board_id, kind = excluded.kind, tags = excluded.tags, anonymous = excluded.anonymous,
         unindexed = excluded.unindexed, updated_at = excluded.updated_at
       RETURNING json_build_object(${DRAFT_COLUMNS}) AS draft`,
      [memberId, id, threadId, title, body, boardId, kind, tags, anonymous, unindexed, now],
    );
    return rows[0]?.draft ?? null;
  }

  /** Locks the drafts for a thread in which a pattern occurs, until the end of the transaction. */
  lockSaying(
    tx: RequestContext,
    threadIds: readonly string[],
    pattern: string,
  ): Promise<{ id: string; title: string | null; body: string }[]> {
    return this.database.query(
      tx,
      'SELECT id, title, body FROM identity.draft WHERE thread_id = ANY($1) AND body ~* $2 FOR UPDATE',
      [threadIds, pattern],
    );
  }

  async replaceTexts(
    tx: RequestContext,
    id: string,
    { title, body }: { title: string | null; body: string },
  ): Promise<void> {
    await this.database.query(tx, 'UPDATE identity.draft SET title = $2, body = $3 WHERE id = $1', [
      id,
      title,
      body,
    ]);
  }

  async discard(ctx: RequestContext, memberId: string, draftId: string): Promise<void> {
    await this.database.query(
      ctx,
      'DELETE FROM identity.draft d USING identity.account a WHERE a.id = d.account_id AND a.member_id = $1 AND d.id = $2',
      [memberId, draftId],
    );
  }

  /** Discards the member's draft for that thread, or for a new one. */
  async discardFor(tx: RequestContext, memberId: string, threadId: string | null): Promise<void> {
    await this.database.query(
      tx,
      `DELETE FROM identity.draft d USING identity.account a
       WHERE a.id = d.account_id AND a.member_id = $1 AND d.thread_id IS NOT DISTINCT FROM $2`,
      [memberId, threadId],
    );
  }

  async ofNewThread(ctx: RequestContext, memberId: string): Promise<DraftRow | null> {
    const rows = await this.database.query<{ draft: DraftRow }>(
      ctx,
      `SELECT json_build_object(${DRAFT_COLUMNS}) AS draft
       FROM identity.draft d JOIN identity.account a ON a.id = d.account_id WHERE a.member_id = $1 AND d.thread_id IS NULL`,
      [memberId],
    );
    return rows[0]?.draft ?? null;
  }
}
