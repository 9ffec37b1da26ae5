import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

export type AccessDecision = 'accepted' | 'declined';

/** A member asks to be let into a group. */
export interface AccessRequest {
  readonly id: string;
  readonly groupId: string;
  readonly memberId: string;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
  readonly decision: AccessDecision | null;
  /** What the member is told with the decision. */
  readonly answer: string | null;
}

const COLUMNS = `id, group_id AS "groupId", member_id AS "memberId", note, created_at AS "createdAt",
  decided_at AS "decidedAt", decision, answer`;

/** Requests for access. Whose group may be asked at all is decided before: by the board that announces it. */
@Injectable()
export class AccessRequestRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Adds a request; nothing happens while an earlier one is open. */
  async add(
    ctx: RequestContext,
    request: Pick<AccessRequest, 'id' | 'groupId' | 'memberId' | 'note' | 'createdAt'>,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO groups.access_request (id, group_id, member_id, note, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [request.id, request.groupId, request.memberId, request.note, request.createdAt],
    );
  }

  /** @returns the member's latest request for the group */
  async latest(ctx: RequestContext, groupId: string, memberId: string): Promise<AccessRequest | null> {
    const [row] = await this.database.query<AccessRequest>(
      ctx,
      `SELECT ${COLUMNS} FROM groups.access_request WHERE group_id = $1 AND member_id = $2
       ORDER BY created_at DESC, id LIMIT 1`,
      [groupId, memberId],
    );
    return row ?? null;
  }

  /**
   * Open requests, the longest waiting first, at most `limit`.
   * @param groupIds groups that are looked at; null for all
   */
  open(ctx: RequestContext, groupIds: readonly string[] | null, limit: number): Promise<AccessRequest[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM groups.access_request
       WHERE decided_at IS NULL AND ($2::uuid[] IS NULL OR group_id = ANY($2)) ORDER BY created_at, id LIMIT $1`,
      [limit, groupIds],
    );
  }

  async find(ctx: RequestContext, id: string): Promise<AccessRequest | null> {
    const [row] = await this.database.query<AccessRequest>(
      ctx,
      `SELECT ${COLUMNS} FROM groups.access_request WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** Locks the row until the end of the transaction. */
  async lock(tx: RequestContext, id: string): Promise<AccessRequest | null> {
    const [row] = await this.database.query<AccessRequest>(
      tx,
      `SELECT ${COLUMNS} FROM groups.access_request WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async decide(
    tx: RequestContext,
    id: string,
    decided: { decision: AccessDecision; answer: string | null; decidedAt: Date },
  ): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE groups.access_request SET decision = $2, answer = $3, decided_at = $4 WHERE id = $1',
      [id, decided.decision, decided.answer, decided.decidedAt],
    );
  }
}
