import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type Locale, type RequestContext, type Role } from '@kundig/platform/server';

/** Somebody who was asked to join, by mail address. */
export interface Invitation {
  readonly id: string;
  readonly mail: string;
  /** Language of the mail and of the account. */
  readonly locale: Locale;
  /** Words of whoever invites. */
  readonly message: string | null;
  /** What the newcomer may do from the first moment on; null for plain membership. */
  readonly role: Role | null;
  /** Closed groups the newcomer belongs to from the first moment on. */
  readonly groupIds: readonly string[];
  /** How often the mail was sent. */
  readonly sent: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

/** Hashes of the two links of an invitation. */
export interface InvitationLinks {
  /** Of the one in the mail: whoever has it reads what is sent to the address. */
  readonly mailed: Buffer;
  /** Of the one that whoever invites may pass on: it proves nothing about the address. */
  readonly handed: Buffer;
}

/** An invitation, found by one of its links. */
export interface FoundInvitation extends Invitation {
  /** Whether by the one in the mail. */
  readonly byMail: boolean;
}

const COLUMNS = `
  id, mail::text, locale, message, role, group_ids AS "groupIds", sent, sent_at AS "sentAt", expires_at AS "expiresAt"`;

/** @returns the once-key of the mail with which an invitation was sent the last time */
export const invitationMailKey = ({ id, sent }: Pick<Invitation, 'id' | 'sent'>): string =>
  `invitation:${id}:${sent}`;

/**
 * Deletes the waiting mails of invitations: their links lead nowhere any more.
 * @param rows     name of the statement's part that has the invitations
 * @param sendings which of an invitation's mails, as SQL
 */
const dropMails = (rows: string, sendings: string): string =>
  `DELETE FROM identity.outbox_mail o USING ${rows} i
   WHERE o.once_key = format('invitation:%s:%s', i.id, ${sendings}) AND o.state = 'waiting'`;

/**
 * Open invitations: a row goes with its acceptance, its withdrawal, or some time after its end. Whatever ends a link takes
 * the mail with it that has not left yet.
 */
@Injectable()
export class InvitationRepository {
  constructor(private readonly database: IdentityDatabase) {}

  /** @returns false when the address has an invitation already; nothing is written then */
  async add(ctx: RequestContext, invitation: Invitation, links: InvitationLinks): Promise<boolean> {
    const { id, mail, locale, message, role, groupIds, sent, sentAt, expiresAt } = invitation;
    const rows = await this.database.query(
      ctx,
      `INSERT INTO identity.invitation
         (id, mail, token_hash, handed_hash, locale, message, role, group_ids, sent, sent_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (mail) DO NOTHING RETURNING id`,
      [id, mail, links.mailed, links.handed, locale, message, role, groupIds, sent, sentAt, expiresAt],
    );
    return rows.length === 1;
  }

  /** The latest sent first, at most `limit`. */
  all(ctx: RequestContext, limit: number): Promise<Invitation[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM identity.invitation ORDER BY sent_at DESC, mail LIMIT $1`,
      [limit],
    );
  }

  /** @returns whether anybody was asked to join, or has joined whoever set the community up */
  async begun(ctx: RequestContext): Promise<boolean> {
    const [row] = await this.database.query<{ begun: boolean }>(
      ctx,
      `SELECT EXISTS (SELECT FROM identity.invitation) OR EXISTS (SELECT FROM identity.account OFFSET 1) AS begun`,
    );
    return row!.begun;
  }

  async byToken(ctx: RequestContext, tokenHash: Buffer, now: Date): Promise<FoundInvitation | null> {
    const [row] = await this.database.query<FoundInvitation>(
      ctx,
      `SELECT ${COLUMNS}, token_hash = $1 AS "byMail" FROM identity.invitation
       WHERE (token_hash = $1 OR handed_hash = $1) AND expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /**
   * Takes the invitation away; of parallel transactions the second waits for the first.
   * @param proof the mailed link's hash, or the address of whoever has proven otherwise that it is theirs
   */
  async consume(tx: RequestContext, proof: Buffer | string, now: Date): Promise<Invitation | null> {
    const column = typeof proof === 'string' ? 'mail' : 'token_hash';
    await this.lock(tx, column, proof);
    const [row] = await this.database.query<Invitation>(
      tx,
      `WITH gone AS (
         DELETE FROM identity.invitation WHERE ${column} = $1 AND expires_at > $2
         RETURNING *),
       dropped AS (${dropMails('gone', 'i.sent')})
       SELECT ${COLUMNS} FROM gone`,
      [proof, now],
    );
    return row ?? null;
  }

  /**
   * Gives the invitation other links, which end the ones before, and a new time.
   * @param most how often one invitation may be sent
   * @returns null when it is gone or was sent that often
   */
  async renew(
    tx: RequestContext,
    id: string,
    { mailed, handed, sentAt, expiresAt }: InvitationLinks & Pick<Invitation, 'sentAt' | 'expiresAt'>,
    most: number,
  ): Promise<Invitation | null> {
    await this.lock(tx, 'id', id);
    const [row] = await this.database.query<Invitation>(
      tx,
      `WITH renewed AS (
         UPDATE identity.invitation
         SET token_hash = $2, handed_hash = $3, sent_at = $4, expires_at = $5, sent = sent + 1
         WHERE id = $1 AND sent < $6 RETURNING *),
       dropped AS (${dropMails('renewed', 'i.sent - 1')})
       SELECT ${COLUMNS} FROM renewed`,
      [id, mailed, handed, sentAt, expiresAt, most],
    );
    return row ?? null;
  }

  async exists(ctx: RequestContext, id: string): Promise<boolean> {
    const rows = await this.database.query(ctx, 'SELECT FROM identity.invitation WHERE id = $1', [id]);
    return rows.length === 1;
  }

  /** @returns null for none, and where there is no such invitation */
  async roleOf(ctx: RequestContext, id: string): Promise<Role | null> {
    const [row] = await this.database.query<{ role: Role | null }>(
      ctx,
      'SELECT role FROM identity.invitation WHERE id = $1',
      [id],
    );
    return row?.role ?? null;
  }

  /** @returns whether it was there */
  async remove(tx: RequestContext, id: string): Promise<boolean> {
    await this.lock(tx, 'id', id);
    const rows = await this.database.query(
      tx,
      `WITH gone AS (DELETE FROM identity.invitation WHERE id = $1 RETURNING id, sent),
       dropped AS (${dropMails('gone', 'i.sent')})
       SELECT id FROM gone`,
      [id],
    );
    return rows.length === 1;
  }

  /**
   * Holds an invitation until the end of the transaction. What ends its links is a statement of its own after that: only
   * then does it see the mail of a sending it had to wait for.
   */
  private async lock(
    tx: RequestContext,
    column: 'id' | 'mail' | 'token_hash',
    value: Buffer | string,
  ): Promise<void> {
    await this.database.query(tx, `SELECT FROM identity.invitation WHERE ${column} = $1 FOR UPDATE`, [value]);
  }
}
