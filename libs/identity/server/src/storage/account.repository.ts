import { Injectable } from '@nestjs/common';
import { authorOfMail } from '@kundig/leak-guard/rules';
import { daysBefore, IdentityDatabase, NEWCOMER, type RequestContext } from '@kundig/platform/server';
import type { AccountActor } from '../port/identity-port.js';
import { Account } from './account.entity.js';
import { AWAITS_CONSENT } from './legal-text.repository.js';
import { heldSuspensionsSql } from './suspension.repository.js';

/** A text somebody accepted when registering. */
export interface Consent {
  readonly slug: string;
  readonly version: string;
  /** ISO 8601 instant. */
  readonly acceptedAt: string;
}

/** What a password is compared with; both are null together. */
export interface Credentials {
  readonly accountId: string | null;
  readonly passwordHash: string | null;
}

@Injectable()
export class AccountRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns false when the mail or the member has an account already; nothing is written then */
  async add(ctx: RequestContext, account: Account): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `INSERT INTO identity.account (id, member_id, mail, password_hash, secret, locale, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [
        account.id,
        account.memberId,
        account.mail,
        account.passwordHash,
        account.secret,
        account.locale,
        account.state,
        account.createdAt,
      ],
    );
    return rows.length === 1;
  }

  async addConsents(ctx: RequestContext, accountId: string, consents: readonly Consent[]): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.consent (account_id, text_slug, version, accepted_at)
       SELECT $1, c.slug, c.version, c."acceptedAt"
       FROM jsonb_to_recordset($2::jsonb) AS c(slug text, version text, "acceptedAt" timestamptz) ON CONFLICT DO NOTHING`,
      [accountId, JSON.stringify(consents)],
    );
  }

  byMail(ctx: RequestContext, mail: string): Promise<Account | null> {
    return this.database.repository(ctx, Account).findOneBy({ mail });
  }

  /**
   * Answers with one row either way and makes no entity of it: what only a known mail cost would be measured by whoever
   * tries passwords.
   * @returns of an active account; nulls when none has the mail
   */
  async credentialsOf(ctx: RequestContext, mail: string): Promise<Credentials> {
    const [row] = await this.database.query<Credentials>(
      ctx,
      `SELECT a.id AS "accountId", a.password_hash AS "passwordHash"
       FROM (SELECT) AS always LEFT JOIN identity.account a ON a.mail = $1 AND a.state = 'active'`,
      [mail],
    );
    return row!;
  }

  byId(ctx: RequestContext, id: string): Promise<Account | null> {
    return this.database.repository(ctx, Account).findOneBy({ id });
  }

  /** @returns the account of an active member */
  ofMember(ctx: RequestContext, memberId: string): Promise<Account | null> {
    return this.database.repository(ctx, Account).findOneBy({ memberId, state: 'active' });
  }

  /** @param now suspensions that are over by then are none */
  async actor(ctx: RequestContext, id: string, now: Date): Promise<AccountActor | null> {
    const rows = await this.database.query<Omit<AccountActor, 'ownTraces'> & { mail: string }>(
      ctx,
      `SELECT member_id AS "memberId", mail::text, locale, status_hidden AS "statusHidden",
              EXISTS (SELECT FROM identity.legal_text t WHERE ${AWAITS_CONSENT}) AS "textsWaiting",
              EXISTS (SELECT FROM identity.second_factor f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)
                AS "hasSecondFactor",
              a.created_at > $3 AS "isYoung", ${heldSuspensionsSql('$2')} AS suspensions
       FROM identity.account a WHERE id = $1 AND state = 'active'`,
      [id, now, daysBefore(now, NEWCOMER.days)],
    );
    if (!rows[0]) return null;
    const { mail, ...actor } = rows[0];
    return { ...actor, ownTraces: authorOfMail(mail) };
  }

  async hideStatus(ctx: RequestContext, memberId: string, hidden: boolean): Promise<void> {
    await this.database.query(ctx, 'UPDATE identity.account SET status_hidden = $2 WHERE member_id = $1', [
      memberId,
      hidden,
    ]);
  }

  async mailOfMember(ctx: RequestContext, memberId: string): Promise<string | null> {
    const rows = await this.database.query<{ mail: string }>(
      ctx,
      'SELECT mail::text FROM identity.account WHERE member_id = $1',
      [memberId],
    );
    return rows[0]?.mail ?? null;
  }

  /** @returns where an active member is reached, and in which language */
  async activeOf(
    ctx: RequestContext,
    memberId: string,
  ): Promise<Pick<Account, 'id' | 'mail' | 'locale'> | null> {
    const rows = await this.database.query<Pick<Account, 'id' | 'mail' | 'locale'>>(
      ctx,
      `SELECT id, mail::text, locale FROM identity.account WHERE member_id = $1 AND state = 'active'`,
      [memberId],
    );
    return rows[0] ?? null;
  }

  async setPassword(ctx: RequestContext, id: string, passwordHash: string): Promise<void> {
    await this.database.query(ctx, 'UPDATE identity.account SET password_hash = $2 WHERE id = $1', [
      id,
      passwordHash,
    ]);
  }

  /** @throws an error of the constraint `uq_account_mail` when another account has the address */
  async setMail(ctx: RequestContext, id: string, mail: string): Promise<void> {
    await this.database.query(ctx, 'UPDATE identity.account SET mail = $2 WHERE id = $1', [id, mail]);
  }

  /** Nobody acts by the account any more; a job forgets it. */
  async leave(ctx: RequestContext, id: string): Promise<void> {
    await this.database.query(ctx, `UPDATE identity.account SET state = 'leaving' WHERE id = $1`, [id]);
  }

  /** @returns whether at least one of the members has an active account and is not suspended */
  async someMayWrite(ctx: RequestContext, memberIds: readonly string[], now: Date): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `SELECT FROM identity.account a WHERE member_id = ANY($1::uuid[]) AND state = 'active' AND NOT EXISTS (
         SELECT FROM identity.suspension s WHERE s.account_id = a.id AND (s.ends_at IS NULL OR s.ends_at > $2)) LIMIT 1`,
      [memberIds, now],
    );
    return rows.length > 0;
  }

  /** Waits for whoever is changing the account. @returns whether the account is active and the hash still the one in force */
  async hasPassword(ctx: RequestContext, id: string, passwordHash: string): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `SELECT FROM identity.account WHERE id = $1 AND password_hash = $2 AND state = 'active' FOR SHARE`,
      [id, passwordHash],
    );
    return rows.length === 1;
  }

  /**
   * Keeps others from changing the account until the transaction ends; the next one finds what this one has left.
   * @returns whether the account is active and the hash still the one in force
   */
  async lock(tx: RequestContext, id: string, passwordHash: string): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      `SELECT FROM identity.account WHERE id = $1 AND password_hash = $2 AND state = 'active' FOR UPDATE`,
      [id, passwordHash],
    );
    return rows.length === 1;
  }

  /** @returns what persona lookups are made from, of those of the accounts that exist */
  async secrets(ctx: RequestContext, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await this.database.query<{ id: string; secret: Buffer }>(
      ctx,
      'SELECT id, secret FROM identity.account WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, secret }) => [id, secret]));
  }

  /** @returns those of the accounts that exist, whatever their state */
  async existing(ctx: RequestContext, ids: readonly string[]): Promise<{ id: string; memberId: string }[]> {
    return this.database.query(
      ctx,
      'SELECT id, member_id AS "memberId" FROM identity.account WHERE id = ANY($1::uuid[])',
      [ids],
    );
  }
}
