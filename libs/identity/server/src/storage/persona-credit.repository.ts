import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { MemberCredit } from '../port/voices.js';

/** All SQL about what accounts are credited with for thanks that their personas got. */
@Injectable()
export class PersonaCreditRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Lets one batch be made at a time, until the end of the transaction. */
  async lock(tx: RequestContext): Promise<void> {
    await this.database.query(
      tx,
      `SELECT pg_advisory_xact_lock(hashtextextended('identity.persona_credit', 0))`,
    );
  }

  /** Whether the batch of the month was made, with anything in it. @param month as `2026-12` */
  async isDone(tx: RequestContext, month: string): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      'SELECT 1 FROM identity.persona_credit WHERE month = $1 LIMIT 1',
      [month],
    );
    return rows.length > 0;
  }

  /** @returns what was counted in earlier batches and not credited yet, by account */
  async due(tx: RequestContext): Promise<Map<string, number>> {
    const rows = await this.database.query<{ accountId: string; due: number }>(
      tx,
      `SELECT account_id AS "accountId", sum(counted - granted)::int AS due FROM identity.persona_credit
       GROUP BY account_id HAVING sum(counted) > sum(granted)`,
    );
    return new Map(rows.map(({ accountId, due }) => [accountId, due]));
  }

  async add(
    tx: RequestContext,
    month: string,
    counted: ReadonlyMap<string, number>,
    granted: ReadonlyMap<string, number>,
  ): Promise<void> {
    const accounts = [...new Set([...counted.keys(), ...granted.keys()])];
    await this.database.query(
      tx,
      `INSERT INTO identity.persona_credit (account_id, month, counted, granted)
       SELECT account, $2, counted, granted FROM unnest($1::uuid[], $3::int[], $4::int[]) AS batch (account, counted, granted)`,
      [
        accounts,
        month,
        accounts.map((account) => counted.get(account) ?? 0),
        accounts.map((account) => granted.get(account) ?? 0),
      ],
    );
  }

  grantedIn(tx: RequestContext, month: string): Promise<MemberCredit[]> {
    return this.database.query(
      tx,
      `SELECT a.member_id AS "memberId", c.granted AS kudos
       FROM identity.persona_credit c JOIN identity.account a ON a.id = c.account_id
       WHERE c.month = $1 AND c.granted > 0 ORDER BY a.member_id`,
      [month],
    );
  }
}
