import { Injectable } from '@nestjs/common';
import { AppDatabase, type RedactedPosts, type RequestContext } from '@kundig/platform/server';
import { FORUM_LIMITS } from '../forum.limits.js';

/** An answer that an expert holds for the solution. */
export interface SolutionProposal {
  readonly id: string;
  readonly threadId: string;
  readonly postId: string;
  /** A member, never a persona; null once they were erased. */
  readonly proposerId: string | null;
  /** For those who decide; null where nothing was said. */
  readonly reason: string | null;
}

/** A proposal with the board whose moderators decide. */
export interface OpenProposal extends SolutionProposal {
  readonly boardId: string;
}

const COLUMNS =
  'o.id, o.thread_id AS "threadId", o.post_id AS "postId", o.proposer_id AS "proposerId", o.reason, t.board_id AS "boardId"';

/** Proposals nobody has decided about, of questions without a solution and of answers that can be read. */
const OPEN = `
  SELECT ${COLUMNS} FROM forum.solution_proposal o
  JOIN forum.thread t ON t.id = o.thread_id JOIN forum.post p ON p.id = o.post_id
  WHERE o.decided_at IS NULL AND t.kind = 'question' AND t.solution_count = 0 AND t.hidden_at IS NULL
    AND t.deleted_at IS NULL AND p.hidden_at IS NULL AND p.deleted_at IS NULL`;

/** One open proposal a thread at most. */
@Injectable()
export class SolutionProposalRepository {
  constructor(private readonly database: AppDatabase) {}

  openOf(ctx: RequestContext, threadIds: readonly string[]): Promise<OpenProposal[]> {
    return this.database.query(ctx, `${OPEN} AND t.id = ANY($1)`, [threadIds]);
  }

  /** The oldest first. @param boardIds null for all boards */
  openIn(ctx: RequestContext, boardIds: readonly string[] | null, first: number): Promise<OpenProposal[]> {
    return this.database.query(
      ctx,
      `${OPEN} AND ($1::uuid[] IS NULL OR t.board_id = ANY($1)) ORDER BY o.proposed_at, o.id LIMIT $2`,
      [boardIds, first],
    );
  }

  /** @returns whether the thread had no open one; one whose answer is gone makes room */
  async add(tx: RequestContext, proposal: SolutionProposal, at: Date): Promise<boolean> {
    await this.database.query(
      tx,
      `UPDATE forum.solution_proposal o SET decided_at = $2 FROM forum.post p
       WHERE p.id = o.post_id AND o.thread_id = $1 AND o.decided_at IS NULL
         AND (p.hidden_at IS NOT NULL OR p.deleted_at IS NOT NULL)`,
      [proposal.threadId, at],
    );
    const rows = await this.database.query<unknown>(
      tx,
      `INSERT INTO forum.solution_proposal (id, thread_id, post_id, proposer_id, reason, proposed_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (thread_id) WHERE decided_at IS NULL DO NOTHING RETURNING 1`,
      [proposal.id, proposal.threadId, proposal.postId, proposal.proposerId, proposal.reason, at],
    );
    return rows.length === 1;
  }

  /** Ends open proposals of a thread whose answer went to another one. */
  async endStrayed(tx: RequestContext, threadId: string, at: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.solution_proposal o SET decided_at = $2 FROM forum.post p
       WHERE p.id = o.post_id AND p.thread_id <> o.thread_id AND o.thread_id = $1 AND o.decided_at IS NULL`,
      [threadId, at],
    );
  }

  /** What was said for an answer whenever it was proposed. */
  async reasonsFor(ctx: RequestContext, postId: string): Promise<string[]> {
    const rows = await this.database.query<{ reason: string }>(
      ctx,
      'SELECT reason FROM forum.solution_proposal WHERE post_id = $1 AND reason IS NOT NULL',
      [postId],
    );
    return rows.map(({ reason }) => reason);
  }

  /** @param pattern regular expression of what is put out of sight by `mark`; the text keeps within its bound */
  async redactReasons(
    tx: RequestContext,
    { threadId, postIds, everywhere }: RedactedPosts,
    pattern: string,
    mark: string,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE forum.solution_proposal
       SET reason = left(regexp_replace(reason, $2, $3, 'gi'), ${FORUM_LIMITS.reasonMax})
       WHERE reason ~* $2 AND (post_id = ANY($5) OR ($4 AND post_id IN (SELECT id FROM forum.post WHERE thread_id = $1)))`,
      [threadId, pattern, mark, everywhere, postIds],
    );
  }

  async decide(tx: RequestContext, id: string, at: Date): Promise<void> {
    await this.database.query(tx, 'UPDATE forum.solution_proposal SET decided_at = $2 WHERE id = $1', [
      id,
      at,
    ]);
  }
}
