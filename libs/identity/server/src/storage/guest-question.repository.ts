import { Injectable } from '@nestjs/common';
import { IdentityDatabase, type Locale, type RequestContext } from '@kundig/platform/server';
import type { Consent } from './account.repository.js';

/** What a board asked beside a question, in the words it had, and the answer. */
export interface GuestQuestionDetail {
  readonly labelDe: string;
  readonly labelEn: string;
  readonly value: string;
}

/** What a guest has written. */
export interface GuestQuestionContent {
  /** Public id. */
  readonly boardId: string;
  readonly kind: 'question' | 'discussion';
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  /** At most three. */
  readonly details: readonly GuestQuestionDetail[];
  readonly anonymous: boolean;
  /** To be kept out of search engines. */
  readonly unindexed: boolean;
}

/** A question that waits for the click in a mail. */
export interface GuestQuestion extends GuestQuestionContent {
  readonly id: string;
  readonly locale: Locale;
  /** Null until the guest has said where the mail goes. */
  readonly mail: string | null;
  readonly nickname: string | null;
  /** The member the guest becomes, where the mail has no account yet. */
  readonly memberId: string;
  readonly consents: readonly Consent[] | null;
  /** Set once it is published; the texts are gone then. */
  readonly threadId: string | null;
  readonly expiresAt: Date;
}

/** Whose guest a mail belongs to, and what they accepted. */
export interface GuestPerson {
  readonly mail: string;
  readonly nickname: string;
  readonly consents: readonly Consent[];
}

const COLUMNS = `
  id, board_id AS "boardId", kind, title, body, tags, details, anonymous, unindexed, locale, mail::text, nickname, member_id AS "memberId",
  consents, thread_id AS "threadId", expires_at AS "expiresAt"`;

/** An address of a guest whose question waits for a mail that has not gone out. */
export interface UnreachedGuest {
  /** Of the question, of which nothing else is told. */
  readonly id: string;
  readonly mail: string;
  readonly since: Date;
}

/** Of a question `q` at the time $1. */
const UNREACHED = `
  q.expires_at > $1 AND q.thread_id IS NULL AND q.mail IS NOT NULL AND NOT q.anonymous
  AND EXISTS (SELECT FROM identity.outbox_mail m WHERE m.admits = q.id AND m.state <> 'sent')`;

/** Questions of guests; found by the hash of a token alone. */
@Injectable()
export class GuestQuestionRepository {
  constructor(private readonly database: IdentityDatabase) {}

  async add(
    ctx: RequestContext,
    question: Omit<GuestQuestion, 'mail' | 'nickname' | 'consents' | 'threadId'>,
    browserHash: Buffer,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO identity.guest_question
         (id, browser_hash, board_id, kind, title, body, tags, details, anonymous, unindexed, locale, member_id, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        question.id,
        browserHash,
        question.boardId,
        question.kind,
        question.title,
        question.body,
        question.tags,
        JSON.stringify(question.details),
        question.anonymous,
        question.unindexed,
        question.locale,
        question.memberId,
        now,
        question.expiresAt,
      ],
    );
  }

  /** @param tokenHash of the page in the guest's browser, or of the link in the mail */
  async byToken(
    ctx: RequestContext,
    road: 'browser' | 'mail',
    tokenHash: Buffer,
    now: Date,
  ): Promise<GuestQuestion | null> {
    const [row] = await this.database.query<GuestQuestion>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.guest_question WHERE ${road}_hash = $1 AND expires_at > $2`,
      [tokenHash, now],
    );
    return row ?? null;
  }

  /**
   * @returns what waits for its mail, which has not gone out, newest first. Nothing anonymous: whoever released it would
   *          know who wrote what appears then. Nothing of an address that has an account: only its owner writes with it.
   */
  unreached(ctx: RequestContext, { now, limit }: { now: Date; limit: number }): Promise<UnreachedGuest[]> {
    return this.database.query<UnreachedGuest>(
      ctx,
      `SELECT q.id, q.mail::text AS mail, q.created_at AS since FROM identity.guest_question q
       WHERE ${UNREACHED} AND NOT EXISTS (SELECT FROM identity.account a WHERE a.mail = q.mail)
       ORDER BY q.created_at DESC, q.id LIMIT $2`,
      [now, limit],
    );
  }

  /** @returns one of those above, also after its writer was let in; null when it is none */
  async unreachedById(ctx: RequestContext, id: string, now: Date): Promise<GuestQuestion | null> {
    const [row] = await this.database.query<GuestQuestion>(
      ctx,
      `SELECT ${COLUMNS} FROM identity.guest_question q WHERE ${UNREACHED} AND q.id = $2`,
      [now, id],
    );
    return row ?? null;
  }

  /** Notes where the mail goes. @returns false when the question was published meanwhile */
  async address(
    ctx: RequestContext,
    id: string,
    { mail, nickname, consents }: GuestPerson,
  ): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH changed AS (
         UPDATE identity.guest_question SET mail = $2, nickname = $3, consents = $4, mail_hash = NULL
         WHERE id = $1 AND thread_id IS NULL RETURNING id)
       SELECT id FROM changed`,
      [id, mail, nickname, JSON.stringify(consents)],
    );
    return rows.length === 1;
  }

  /** Gives the link of the mail its token, once. @returns null when it has one already, or is gone */
  async assignToken(ctx: RequestContext, id: string, mailHash: Buffer): Promise<GuestQuestion | null> {
    const [row] = await this.database.query<GuestQuestion>(
      ctx,
      `WITH changed AS (
         UPDATE identity.guest_question SET mail_hash = $2
         WHERE id = $1 AND mail_hash IS NULL AND mail IS NOT NULL RETURNING *)
       SELECT ${COLUMNS} FROM changed`,
      [id, mailHash],
    );
    return row ?? null;
  }

  /** Holds a question, until the end of the transaction, against being forgotten. @returns false when it is gone already */
  async keep(tx: RequestContext, id: string): Promise<boolean> {
    const rows = await this.database.query(
      tx,
      'SELECT 1 FROM identity.guest_question WHERE id = $1 FOR SHARE',
      [id],
    );
    return rows.length === 1;
  }

  /** Forgets a question with its link. */
  async remove(tx: RequestContext, id: string): Promise<void> {
    await this.database.query(tx, 'DELETE FROM identity.guest_question WHERE id = $1', [id]);
  }

  /** Forgets the texts of a question that stands in a thread now; the link still leads there. */
  async settle(ctx: RequestContext, id: string, threadId: string): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE identity.guest_question SET thread_id = $2, title = '', body = '', tags = '{}', details = '[]' WHERE id = $1`,
      [id, threadId],
    );
  }
}
