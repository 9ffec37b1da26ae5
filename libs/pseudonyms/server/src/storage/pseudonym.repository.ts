import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { Pseudonym } from './pseudonym.entity.js';

/** A pseudonym with what staff publish about themselves; null columns without a profile. */
export interface AuthorRow {
  readonly id: string;
  readonly public_id: string;
  readonly kind: 'member' | 'persona';
  readonly name: string;
  readonly picture_seed: string;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
  readonly real_name: string | null;
  readonly role_de: string | null;
  readonly role_en: string | null;
  /** What the member shows by choice; the mark once staff has confirmed it. */
  readonly picture: string | null;
  readonly about: string | null;
  readonly mark: string | null;
  /** The living member who has said in public that this persona was them; null for none. */
  readonly claimed_by: { readonly name: string; readonly nickname: string } | null;
  /** Boards whose expert the member was appointed as, each with the end of the term; null for none. */
  readonly expert_until: Readonly<Record<string, string>> | null;
}

/** The one scope of whom everybody may look up, for a pseudonym under the alias `p`: no persona, and nobody who has left. */
export const LIVING_MEMBER_SQL = 'p.thread_id IS NULL AND p.deleted_at IS NULL';

const AUTHOR_COLUMNS = `
  p.id, p.public_id, p.kind, p.name::text, p.picture_seed, p.created_at, p.deleted_at, s.real_name, s.role_de, s.role_en,
  o.picture, o.about, CASE WHEN o.mark_confirmed THEN o.mark END AS mark,
  CASE WHEN p.kind = 'persona' THEN (
    SELECT json_build_object('name', coalesce(ms.real_name, m.name::text), 'nickname', m.name)
    FROM pseudonyms.claim c JOIN pseudonyms.pseudonym m ON m.id = c.member_id AND m.deleted_at IS NULL
    LEFT JOIN pseudonyms.staff_profile ms ON ms.member_id = m.id
    WHERE c.persona_id = p.id) END AS claimed_by,
  (SELECT json_object_agg(e.board_id, e.ends_at) FROM pseudonyms.expert_status e
   WHERE e.member_id = p.id AND e.ended_at IS NULL) AS expert_until`;

const AUTHORS = `
  SELECT ${AUTHOR_COLUMNS} FROM pseudonyms.pseudonym p
  LEFT JOIN pseudonyms.staff_profile s ON s.member_id = p.id LEFT JOIN pseudonyms.person o ON o.member_id = p.id`;

/** Members and personas as everybody sees them. */
@Injectable()
export class PseudonymRepository {
  constructor(private readonly database: AppDatabase) {}

  authors(ctx: RequestContext, ids: readonly string[]): Promise<AuthorRow[]> {
    return this.database.query(
      ctx,
      `${AUTHORS}
       WHERE p.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  /** @returns the living member of that nickname */
  async memberNamed(ctx: RequestContext, nickname: string): Promise<AuthorRow | null> {
    const rows = await this.database.query<AuthorRow>(
      ctx,
      `${AUTHORS}
       WHERE ${LIVING_MEMBER_SQL} AND p.name = $1::citext`,
      [nickname],
    );
    return rows[0] ?? null;
  }

  /** @returns the living members of these nicknames, whatever the case */
  membersNamed(ctx: RequestContext, nicknames: readonly string[]): Promise<{ id: string; name: string }[]> {
    return this.database.query(
      ctx,
      `SELECT p.id, p.name::text FROM pseudonyms.pseudonym p
       WHERE ${LIVING_MEMBER_SQL} AND p.name = ANY($1::citext[])`,
      [nicknames],
    );
  }

  /** Keys of living members by nickname, from behind `after` on. */
  async membersStartingWith(
    ctx: RequestContext,
    prefix: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT p.id FROM pseudonyms.pseudonym p
       WHERE ${LIVING_MEMBER_SQL}
         AND starts_with(lower(p.name::text), lower($1)) AND ($2::citext IS NULL OR p.name > $2::citext)
       ORDER BY p.name LIMIT $3`,
      [prefix, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Adds members in one statement; a name or id that exists already is left out.
   * @returns ids of those that were added
   */
  async addMembers(
    ctx: RequestContext,
    members: readonly Omit<Pseudonym, 'kind' | 'threadId' | 'deletedAt'>[],
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `INSERT INTO pseudonyms.pseudonym (id, public_id, kind, name, picture_seed, created_at)
       SELECT m.id, m.public_id, 'member', m.name, m.picture_seed, m.created_at
       FROM json_to_recordset($1::json) AS m(id uuid, public_id text, name citext, picture_seed text, created_at timestamptz)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        JSON.stringify(
          members.map(({ id, publicId, name, pictureSeed, createdAt }) => ({
            id,
            public_id: publicId,
            name,
            picture_seed: pictureSeed,
            created_at: createdAt,
          })),
        ),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes the rows of those who are there since then again, in random order; nothing in them changes. */
  async mix(ctx: RequestContext, since: Date): Promise<void> {
    // An insert takes its rows in the order given, which an update does not promise; each of them finds itself there.
    await this.database.query(
      ctx,
      `INSERT INTO pseudonyms.pseudonym AS p (id, public_id, kind, thread_id, name, picture_seed, created_at)
       SELECT id, public_id, kind, thread_id, name, picture_seed, created_at FROM pseudonyms.pseudonym
       WHERE created_at >= $1 ORDER BY random() FOR NO KEY UPDATE
       ON CONFLICT (id) DO UPDATE SET kind = p.kind`,
      [since],
    );
  }

  /** What the public side keeps about these pseudonyms, for their owner. */
  ownData(
    ctx: RequestContext,
    ids: readonly string[],
  ): Promise<{ kind: string; name: string; joinedAt: Date; realName: string | null }[]> {
    return this.database.query(
      ctx,
      `SELECT p.kind, p.name::text, p.created_at AS "joinedAt", s.real_name AS "realName", o.picture, o.about, o.mark,
         (SELECT json_agg(json_build_object('boardId', e.board_id, 'reason', e.reason, 'from', e.appointed_at,
                                            'to', coalesce(e.ended_at, e.ends_at)) ORDER BY e.appointed_at, e.board_id)
          FROM pseudonyms.expert_status e WHERE e.member_id = p.id) AS "expertIn"
       FROM pseudonyms.pseudonym p LEFT JOIN pseudonyms.staff_profile s ON s.member_id = p.id
       LEFT JOIN pseudonyms.person o ON o.member_id = p.id WHERE p.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  /** Forgets names, pictures and published profiles; the rows stay, as posts hang on them. Personas keep their names. */
  async forget(ctx: RequestContext, ids: readonly string[], now: Date): Promise<number> {
    await this.database.query(ctx, 'DELETE FROM pseudonyms.staff_profile WHERE member_id = ANY($1::uuid[])', [
      ids,
    ]);
    await this.database.query(ctx, 'DELETE FROM pseudonyms.person WHERE member_id = ANY($1::uuid[])', [ids]);
    await this.database.query(ctx, 'DELETE FROM pseudonyms.expert_status WHERE member_id = ANY($1::uuid[])', [
      ids,
    ]);
    const rows = await this.database.query<{ count: number }>(
      ctx,
      `WITH forgotten AS (
         UPDATE pseudonyms.pseudonym SET name = 'deleted-' || public_id, picture_seed = public_id, deleted_at = $2
         WHERE id = ANY($1::uuid[]) AND kind = 'member' RETURNING 1)
       SELECT count(*)::int AS count FROM forgotten`,
      [ids, now],
    );
    return rows[0]!.count;
  }

  async setCreatedAt(ctx: RequestContext, memberId: string, createdAt: Date): Promise<void> {
    await this.database.query(ctx, 'UPDATE pseudonyms.pseudonym SET created_at = $2 WHERE id = $1', [
      memberId,
      createdAt,
    ]);
  }
}
