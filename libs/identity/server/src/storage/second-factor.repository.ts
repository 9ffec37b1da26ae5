import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type RequestContext } from '@kundig/platform/server';
import type { Sealed } from '../seals/persona-seals.js';

/** A second factor as it lies in the table. */
export interface StoredFactor {
  readonly accountId: string;
  readonly sealedSecret: Buffer;
  /** Recovery codes as long as they may be shown: until it is confirmed. */
  readonly sealedCodes: Buffer | null;
  /** Of both seals. */
  readonly keyVersion: number;
  readonly begunAt: Date;
  readonly confirmedAt: Date | null;
}

/** A factor with what its owner is told of it. */
export type OwnFactor = StoredFactor & { readonly codesLeft: number };

/** Second factors, one per account at most, and their recovery codes. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** Takes the place of one that was begun and not confirmed. @returns false when one is in force */
  async begin(tx: RequestContext, factor: Omit<StoredFactor, 'confirmedAt'>): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `INSERT INTO identity.second_factor (account_id, sealed_secret, sealed_codes, key_version, begun_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (account_id) DO UPDATE SET sealed_secret = excluded.sealed_secret,
         sealed_codes = excluded.sealed_codes, key_version = excluded.key_version, begun_at = excluded.begun_at
       WHERE second_factor.confirmed_at IS NULL
       RETURNING account_id`,
      [factor.accountId, factor.sealedSecret, factor.sealedCodes, factor.keyVersion, factor.begunAt],
    );
    return rows.length === 1;
  }

  async ofAccount(ctx: RequestContext, accountId: string): Promise<StoredFactor | null> {
    const [row] = await this.database.query<StoredFactor>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.second_factor f WHERE account_id = $1`,
      [accountId],
    );
    return row ?? null;
  }

  /** @returns what an active member has, begun or in force */
  async ofMember(ctx: RequestContext, memberId: string): Promise<OwnFactor | null> {
    const [row] = await this.database.query<OwnFactor>(
      ctx,
      `SELECT ${COLUMNS}, (SELECT count(*)::int FROM identity.recovery_code c WHERE c.account_id = f.account_id) AS "codesLeft"
       FROM identity.second_factor f JOIN identity.account a ON a.id = f.account_id
       WHERE a.member_id = $1 AND a.state = 'active'`,
      [memberId],
    );
    return row ?? null;
  }

  /**
   * Puts the factor in force that was begun at the instant, with the hashes of its recovery codes; of parallel tries one does.
   * @param step half minute of the code that confirmed it, which is spent
   */
  async confirm(
    tx: RequestContext,
    { accountId, sealedSecret }: StoredFactor,
    { step, codeHashes, at }: { step: number; codeHashes: readonly Buffer[]; at: Date },
  ): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `WITH confirmed AS (
         UPDATE identity.second_factor SET confirmed_at = $4, sealed_codes = NULL, last_step = $3
         WHERE account_id = $1 AND sealed_secret = $2 AND confirmed_at IS NULL RETURNING account_id)
       SELECT account_id FROM confirmed`,
      [accountId, sealedSecret, step, at],
    );
    if (rows.length === 0) return false;
    await this.database.query(
      tx,
      'INSERT INTO identity.recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])',
      [accountId, codeHashes],
    );
    return true;
  }

  /** Takes the code of a half minute. @returns false when that or a later one was taken before, by whoever was faster */
  async spendStep(ctx: RequestContext, accountId: string, step: number): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH spent AS (
         UPDATE identity.second_factor SET last_step = $2
         WHERE account_id = $1 AND last_step < $2 AND confirmed_at IS NOT NULL RETURNING account_id)
       SELECT account_id FROM spent`,
      [accountId, step],
    );
    return rows.length === 1;
  }

  /** Takes a recovery code. @returns false when there is none of that hash (any more) */
  async spendRecoveryCode(ctx: RequestContext, accountId: string, codeHash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH spent AS (
         DELETE FROM identity.recovery_code WHERE account_id = $1 AND code_hash = $2 RETURNING account_id)
       SELECT account_id FROM spent`,
      [accountId, codeHash],
    );
    return rows.length === 1;
  }

  /** @returns those in force that another key has sealed, in order of their accounts */
  sealedByOthers(
    ctx: RequestContext,
    keyVersion: number,
    after: string | null,
    limit: number,
  ): Promise<StoredFactor[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.second_factor f
       WHERE key_version <> $1 AND confirmed_at IS NOT NULL AND ($2::uuid IS NULL OR account_id > $2)
       ORDER BY account_id LIMIT $3`,
      [keyVersion, after, limit],
    );
  }

  /** Puts a secret in place of the same under an older key; nothing where it is another by now. */
  async reseal(
    ctx: RequestContext,
    { accountId, sealedSecret }: StoredFactor,
    secret: Sealed,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.second_factor SET sealed_secret = $3, key_version = $4
       WHERE account_id = $1 AND sealed_secret = $2 AND confirmed_at IS NOT NULL`,
      [accountId, sealedSecret, secret.value, secret.keyVersion],
    );
  }

  /** @returns whether there was one in force */
  async remove(tx: RequestContext, accountId: string): Promise<boolean> {
    const rows = await this.database.query<{ confirmed: boolean }>(
      tx,
      `WITH removed AS (DELETE FROM identity.second_factor WHERE account_id = $1 RETURNING confirmed_at)
       SELECT confirmed_at IS NOT NULL AS confirmed FROM removed`,
      [accountId],
    );
    return rows[0]?.confirmed ?? false;
  }
}

const COLUMNS = `f.account_id AS "accountId", f.sealed_secret AS "sealedSecret", f.sealed_codes AS "sealedCodes",
  f.key_version AS "keyVersion", f.begun_at AS "begunAt", f.confirmed_at AS "confirmedAt"`;
