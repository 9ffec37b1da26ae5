import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { OpenReveal, RevealGround, RevealWish } from '../port/reveals.js';

/** A request as it lies in the table. */
export interface RevealRequest extends RevealWish {
  readonly id: string;
  readonly ground: RevealGround;
  /** `lapsed` without a decision; an approval that lapses stays one. */
  readonly state: 'open' | 'approved' | 'refused' | 'viewed' | 'lapsed';
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
  /** Seal of the approval; null where there is none. */
  readonly approval: Buffer | null;
  readonly viewedAt: Date | null;
  readonly tellAt: Date | null;
  readonly heldUntil: Date | null;
  readonly holdReason: string | null;
  /** Since when its author is being told, and a hold comes too late; null before. */
  readonly tellingSince: Date | null;
  readonly toldAt: Date | null;
}

export const REVEAL_ACTIONS = [
  'requested',
  'approved',
  'refused',
  'lapsed',
  'viewed',
  'held',
  'hold-ended',
  'told',
  'delay-set',
] as const;

/** A line of the log of reveals. */
export interface RevealEntry {
  readonly at: Date;
  /** Member who acted; null for a job. */
  readonly actorId: string | null;
  readonly action: (typeof REVEAL_ACTIONS)[number];
  /** Null where it is about none. */
  readonly requestId: string | null;
  readonly personaId: string | null;
  readonly note: string | null;
}

const COLUMNS = `id, persona_id AS "personaId", thread_id AS "threadId", post_id AS "postId", ground,
  case_number AS "caseNumber", explanation, state, requested_by AS "requestedBy", requested_at AS "requestedAt",
  decided_by AS "decidedBy", decided_at AS "decidedAt", decision_reason AS "decisionReason", approval,
  viewed_at AS "viewedAt", tell_at AS "tellAt", held_until AS "heldUntil", hold_reason AS "holdReason", telling_since AS "tellingSince",
  told_at AS "toldAt"`;

/** All SQL about reveals. */
@Injectable()
export class RevealRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns false when a request about the persona waits already */
  async add(tx: RequestContext, wish: RevealWish & { id: string; requestedAt: Date }): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO identity.reveal_request
         (id, persona_id, thread_id, post_id, ground, case_number, explanation, requested_by, requested_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (persona_id) WHERE state = 'open' DO NOTHING RETURNING id`,
      [
        ...[wish.id, wish.personaId, wish.threadId, wish.postId, wish.ground, wish.caseNumber],
        ...[wish.explanation, wish.requestedBy, wish.requestedAt],
      ],
    );
    return rows.length === 1;
  }

  /** @returns the request, locked until the end of the transaction */
  async lock(tx: RequestContext, id: string): Promise<RevealRequest | null> {
    const [row] = await this.database.query<RevealRequest>(
      tx,
      `SELECT ${COLUMNS} FROM identity.reveal_request WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row ?? null;
  }

  async byId(ctx: RequestContext, id: string): Promise<RevealRequest | null> {
    const [row] = await this.database.query<RevealRequest>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.reveal_request WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** @returns the latest first. @param after id of the request they come after; null for the first ones */
  page(ctx: RequestContext, first: number, after: string | null): Promise<RevealRequest[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.reveal_request
       WHERE $2::uuid IS NULL OR (requested_at, id) < (SELECT requested_at, id FROM identity.reveal_request WHERE id = $2)
       ORDER BY requested_at DESC, id DESC LIMIT $1`,
      [first, after],
    );
  }

  /** @returns those about one persona, the latest first */
  ofPersona(ctx: RequestContext, personaId: string): Promise<RevealRequest[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.reveal_request WHERE persona_id = $1 ORDER BY requested_at DESC, id DESC`,
      [personaId],
    );
  }

  /** @returns all of them, in any order */
  about(ctx: RequestContext, personaIds: readonly string[]): Promise<RevealRequest[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.reveal_request WHERE persona_id = ANY($1::uuid[])`,
      [personaIds],
    );
  }

  /** @param lapsedBefore when those were made, at the latest, about which nobody may decide any more */
  async countOpen(ctx: RequestContext, exceptBy: string, lapsedBefore: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM identity.reveal_request
       WHERE state = 'open' AND requested_by <> $1 AND requested_at > $2`,
      [exceptBy, lapsedBefore],
    );
    return row!.count;
  }

  /** @returns those of the requests that wait for a decision, in any order. @param lapsedBefore as for `countOpen` */
  openAmong(ctx: RequestContext, ids: readonly string[], lapsedBefore: Date): Promise<OpenReveal[]> {
    return this.database.query(
      ctx,
      `SELECT id, requested_by AS "requestedBy" FROM identity.reveal_request
       WHERE id = ANY($1::uuid[]) AND state = 'open' AND requested_at > $2`,
      [ids, lapsedBefore],
    );
  }

  /** Ends those that were made by then and still wait for a decision. @returns them */
  lapse(tx: RequestContext, lapsedBefore: Date): Promise<Pick<RevealRequest, 'id' | 'personaId'>[]> {
    return this.database.query(
      tx,
      `WITH lapsed AS (
         UPDATE identity.reveal_request SET state = 'lapsed' WHERE state = 'open' AND requested_at <= $1
         RETURNING id, persona_id)
       SELECT id, persona_id AS "personaId" FROM lapsed ORDER BY id`,
      [lapsedBefore],
    );
  }

  async decide(
    tx: RequestContext,
    id: string,
    decision: Pick<RevealRequest, 'state' | 'decidedBy' | 'decidedAt' | 'decisionReason' | 'approval'>,
  ): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE identity.reveal_request SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, approval = $6
       WHERE id = $1 AND state = 'open'`,
      [
        ...[id, decision.state, decision.decidedBy, decision.decidedAt],
        ...[decision.decisionReason, decision.approval],
      ],
    );
  }

  async view(tx: RequestContext, id: string, viewedAt: Date, tellAt: Date): Promise<void> {
    await this.database.query(
      tx,
      `UPDATE identity.reveal_request SET state = 'viewed', viewed_at = $2, tell_at = $3 WHERE id = $1 AND state = 'approved'`,
      [id, viewedAt, tellAt],
    );
  }

  async hold(tx: RequestContext, id: string, heldUntil: Date | null, reason: string | null): Promise<void> {
    await this.database.query(
      tx,
      'UPDATE identity.reveal_request SET held_until = $2, hold_reason = $3 WHERE id = $1',
      [id, heldUntil, reason],
    );
  }

  /** Takes a pattern out of what is said about requests in the threads; of their log it is no part. */
  async redact(
    tx: RequestContext,
    threadIds: readonly string[],
    pattern: string,
    mark: string,
  ): Promise<void> {
    const redacted = (column: string, longest: number) =>
      `${column} = left(regexp_replace(${column}, $2, $3, 'gi'), ${longest})`;
    await this.database.query(
      tx,
      `UPDATE identity.reveal_request
       SET ${redacted('explanation', 1000)}, ${redacted('decision_reason', 500)}, ${redacted('hold_reason', 500)}
       WHERE thread_id = ANY($1::uuid[]) AND concat_ws(E'\\n', explanation, decision_reason, hold_reason) ~* $2`,
      [threadIds, pattern, mark],
    );
  }

  /** @returns requests somebody looked at whose authors are neither told yet nor being told, due first */
  untold(ctx: RequestContext, limit: number): Promise<RevealRequest[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.reveal_request WHERE state = 'viewed' AND told_at IS NULL AND telling_since IS NULL
       ORDER BY tell_at, id LIMIT $1`,
      [limit],
    );
  }

  /** Begins to tell those who are to be told by now, and goes on with those that were begun. @returns them, due first */
  beginTelling(ctx: RequestContext, now: Date, limit: number): Promise<RevealRequest[]> {
    return this.database.query(
      ctx,
      `WITH due AS (
         SELECT id FROM identity.reveal_request
         WHERE state = 'viewed' AND told_at IS NULL
           AND (telling_since IS NOT NULL OR tell_at <= $1 AND (held_until IS NULL OR held_until <= $1))
         ORDER BY tell_at, id LIMIT $2 FOR UPDATE),
       begun AS (
         UPDATE identity.reveal_request r SET telling_since = coalesce(r.telling_since, $1)
         FROM due WHERE r.id = due.id RETURNING r.*)
       SELECT ${COLUMNS} FROM begun ORDER BY tell_at, id`,
      [now, limit],
    );
  }

  async settle(tx: RequestContext, id: string, toldAt: Date): Promise<void> {
    await this.database.query(tx, 'UPDATE identity.reveal_request SET told_at = $2 WHERE id = $1', [
      id,
      toldAt,
    ]);
  }

  /** @returns days; null until somebody has set them */
  async delayDays(ctx: RequestContext): Promise<number | null> {
    const [row] = await this.database.query<{ days: number }>(
      ctx,
      'SELECT delay_days AS days FROM identity.reveal_terms',
    );
    return row?.days ?? null;
  }

  async setDelay(tx: RequestContext, days: number): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.reveal_terms (delay_days) VALUES ($1)
       ON CONFLICT (only_row) DO UPDATE SET delay_days = excluded.delay_days`,
      [days],
    );
  }

  /** Adds a line; others wait until the transaction ends. */
  async append(tx: RequestContext, entry: RevealEntry, seal: Buffer): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO identity.reveal_audit (at, actor_id, action, request_id, persona_id, note, seal)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [entry.at, entry.actorId, entry.action, entry.requestId, entry.personaId, entry.note, seal],
    );
  }

  /** @returns lines about a request in their order; of the whole log where it is null */
  entries(
    ctx: RequestContext,
    requestId: string | null,
  ): Promise<(RevealEntry & { readonly seq: string; readonly seal: Buffer })[]> {
    return this.database.query(
      ctx,
      `SELECT seq, at, actor_id AS "actorId", action, request_id AS "requestId", persona_id AS "personaId", note, seal
       FROM identity.reveal_audit WHERE $1::uuid IS NULL OR request_id = $1 ORDER BY seq`,
      [requestId],
    );
  }

  /** @returns the first place at which a line was changed, removed or slipped in; null for a whole chain */
  async firstBreak(ctx: RequestContext): Promise<string | null> {
    const [row] = await this.database.query<{ seq: string }>(
      ctx,
      `SELECT seq FROM (
         SELECT e.seq, e.hash, e.previous_hash, identity.reveal_hash_of(e) AS computed,
                row_number() OVER chain AS place, coalesce(lag(e.hash) OVER chain, ''::bytea) AS hash_before
         FROM identity.reveal_audit e WINDOW chain AS (ORDER BY e.seq)) AS entry
       WHERE previous_hash <> hash_before OR seq <> place OR hash <> computed ORDER BY seq LIMIT 1`,
    );
    return row?.seq ?? null;
  }

  /** @returns the place after the last line where what was done last with some request stands in none; null otherwise */
  async firstMissing(ctx: RequestContext): Promise<string | null> {
    const [row] = await this.database.query<{ seq: string }>(
      ctx,
      `SELECT (SELECT coalesce(max(seq), 0) + 1 FROM identity.reveal_audit) AS seq FROM identity.reveal_request r
       WHERE NOT EXISTS (
         SELECT FROM identity.reveal_audit a WHERE a.request_id = r.id AND a.action =
           CASE WHEN r.told_at IS NOT NULL THEN 'told' WHEN r.state = 'open' THEN 'requested' ELSE r.state END)
       LIMIT 1`,
    );
    return row?.seq ?? null;
  }
}
