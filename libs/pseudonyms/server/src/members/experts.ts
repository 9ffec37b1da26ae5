import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A member as an expert of a board. */
export interface ExpertStatus {
  readonly id: string;
  readonly memberId: string;
  /** Uuid. */
  readonly boardId: string;
  /** Why; told to those who appoint. */
  readonly reason: string;
  readonly endsAt: Date;
}

const COLUMNS = `id, member_id AS "memberId", board_id AS "boardId", reason, ends_at AS "endsAt"`;

/** Who is an expert of which board, until when. A persona never is. */
@Injectable()
export class Experts {
  constructor(private readonly database: AppDatabase) {}

  /** Statuses that hold now, those that end first in front. @param boardIds null for all boards */
  current(ctx: RequestContext, boardIds: readonly string[] | null, now: Date): Promise<ExpertStatus[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM pseudonyms.expert_status
       WHERE ended_at IS NULL AND ends_at > $2 AND ($1::uuid[] IS NULL OR board_id = ANY($1))
       ORDER BY ends_at, id LIMIT 200`,
      [boardIds, now],
    );
  }

  /** @returns the status if it holds now */
  async find(ctx: RequestContext, id: string, now: Date): Promise<ExpertStatus | null> {
    const [status] = await this.database.query<ExpertStatus>(
      ctx,
      `SELECT ${COLUMNS} FROM pseudonyms.expert_status WHERE id = $1 AND ended_at IS NULL AND ends_at > $2`,
      [id, now],
    );
    return status ?? null;
  }

  /**
   * Gives a member a status in a board, or the one they have a new reason and term; of parallel calls the last one holds.
   * @returns id of the status
   */
  async appoint(tx: RequestContext, status: ExpertStatus, now: Date): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      tx,
      `INSERT INTO pseudonyms.expert_status (id, member_id, board_id, reason, appointed_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (member_id, board_id) WHERE ended_at IS NULL DO UPDATE SET
         reason = excluded.reason, appointed_at = excluded.appointed_at, ends_at = excluded.ends_at
       RETURNING id`,
      [status.id, status.memberId, status.boardId, status.reason, now, status.endsAt],
    );
    return row!.id;
  }

  /** @returns whether it held until now */
  async end(tx: RequestContext, id: string, now: Date): Promise<boolean> {
    const [ended] = await this.database.query<unknown[]>(
      tx,
      'UPDATE pseudonyms.expert_status SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL AND ends_at > $2 RETURNING 1',
      [id, now],
    );
    return ended!.length > 0;
  }
}
