import { Injectable } from '@nestjs/common';
import type { ResealedPersona, SealedPersona } from '@kundig/identity/server';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A voice in a thread; `mine` when one of the asked lookups finds it. */
export interface PersonaOfThread {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
}

export interface NewPersona {
  readonly id: string;
  readonly publicId: string;
  readonly threadId: string;
  readonly name: string;
  readonly pictureSeed: string;
  /** Rounded to the quarter of an hour. */
  readonly createdAt: Date;
  readonly lookup: Buffer;
  readonly sealedLink: Buffer;
  readonly keyVersion: number;
}

/** A persona's sealed link, with the thread that belongs to the seal. */
export interface PersonaLinkRow {
  readonly pseudonym_id: string;
  readonly thread_id: string;
  readonly sealed_link: Buffer;
  readonly key_version: number;
  /** The day on which its owner gave it up; null while it is somebody's. */
  readonly given_up_at: Date | null;
}

/** How personas are found again and where their links lead; opaque on this side. */
@Injectable()
export class PersonaRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * All personas of a thread and of those its posts came from: whether mine is among them, and which names are taken.
   * @param threadIds the thread itself first; its personas come first, too
   */
  ofThreads(
    ctx: RequestContext,
    threadIds: readonly string[],
    lookups: readonly Buffer[],
  ): Promise<PersonaOfThread[]> {
    return this.database.query(
      ctx,
      `SELECT p.id, p.name::text, coalesce(x.lookup = ANY($2::bytea[]), false) AS mine
       FROM pseudonyms.pseudonym p LEFT JOIN pseudonyms.persona x ON x.pseudonym_id = p.id
       WHERE p.thread_id = ANY($1::uuid[]) ORDER BY p.thread_id <> $3, p.id`,
      [threadIds, lookups, threadIds[0]],
    );
  }

  /** @returns false when the id, the lookup or the name in this thread exists already; nothing is written then */
  async add(ctx: RequestContext, persona: NewPersona): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `WITH author AS (
         INSERT INTO pseudonyms.pseudonym (id, public_id, kind, thread_id, name, picture_seed, created_at)
         SELECT $1, $2, 'persona', $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM pseudonyms.persona WHERE lookup = $7)
         ON CONFLICT DO NOTHING RETURNING id)
       INSERT INTO pseudonyms.persona (pseudonym_id, lookup, sealed_link, key_version)
       SELECT id, $7, $8, $9 FROM author RETURNING pseudonym_id`,
      [
        persona.id,
        persona.publicId,
        persona.threadId,
        persona.name,
        persona.pictureSeed,
        persona.createdAt,
        persona.lookup,
        persona.sealedLink,
        persona.keyVersion,
      ],
    );
    return rows.length === 1;
  }

  async rename(tx: RequestContext, personaId: string, name: string): Promise<void> {
    await this.database.query(tx, 'UPDATE pseudonyms.pseudonym SET name = $2 WHERE id = $1', [
      personaId,
      name,
    ]);
  }

  /** @returns those that are given up, too, until their links are destroyed */
  links(ctx: RequestContext, pseudonymIds: readonly string[]): Promise<PersonaLinkRow[]> {
    return this.database.query(ctx, `${LINKS} WHERE x.pseudonym_id = ANY($1::uuid[])`, [pseudonymIds]);
  }

  /** @param after id of the last one seen; all of them in order of their random ids */
  linksAfter(ctx: RequestContext, after: string | null, limit: number): Promise<PersonaLinkRow[]> {
    return this.database.query(
      ctx,
      `${LINKS} WHERE $1::uuid IS NULL OR x.pseudonym_id > $1::uuid ORDER BY x.pseudonym_id LIMIT $2`,
      [after, limit],
    );
  }

  /** Puts links in place of those of older keys. */
  async reseal(ctx: RequestContext, personas: readonly ResealedPersona[]): Promise<void> {
    if (personas.length === 0) return;
    const bytes = (value: string) => Buffer.from(value, 'base64url');
    await this.database.query(
      ctx,
      `UPDATE pseudonyms.persona x SET lookup = CASE WHEN x.given_up_at IS NULL THEN new.lookup ELSE x.lookup END, sealed_link = new.link, key_version = new.version
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::int[]) AS new(id, lookup, link, version)
       WHERE x.pseudonym_id = new.id`,
      [
        personas.map(({ personaId }) => personaId),
        personas.map(({ lookup }) => bytes(lookup)),
        personas.map(({ sealedLink }) => bytes(sealedLink)),
        personas.map(({ keyVersion }) => keyVersion),
      ],
    );
  }

  async idOf(ctx: RequestContext, publicId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      ctx,
      `SELECT id FROM pseudonyms.pseudonym WHERE public_id = $1 AND kind = 'persona'`,
      [publicId],
    );
    return row?.id ?? null;
  }

  /**
   * Lets no lookup find the personas any more.
   * @param lookups random, one for each
   */
  async giveUp(
    ctx: RequestContext,
    pseudonymIds: readonly string[],
    lookups: readonly Buffer[],
    day: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `UPDATE pseudonyms.persona x SET lookup = given.lookup, given_up_at = $3
       FROM unnest($1::uuid[], $2::bytea[]) AS given(id, lookup)
       WHERE x.pseudonym_id = given.id AND x.given_up_at IS NULL`,
      [pseudonymIds, lookups, day],
    );
  }

  /** Cuts personas from whoever stood behind them; their posts stay. */
  async cut(ctx: RequestContext, pseudonymIds: readonly string[]): Promise<number> {
    const rows = await this.database.query<{ count: number }>(
      ctx,
      `WITH gone AS (DELETE FROM pseudonyms.persona WHERE pseudonym_id = ANY($1::uuid[]) RETURNING 1)
       SELECT count(*)::int AS count FROM gone`,
      [pseudonymIds],
    );
    return rows[0]!.count;
  }

  /** @returns whether it is a persona that was given up, or whose link is cut */
  async isNobodys(ctx: RequestContext, pseudonymId: string): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      `SELECT 1 FROM pseudonyms.pseudonym p LEFT JOIN pseudonyms.persona x ON x.pseudonym_id = p.id
       WHERE p.id = $1 AND p.kind = 'persona' AND (x.pseudonym_id IS NULL OR x.given_up_at IS NOT NULL)`,
      [pseudonymId],
    );
    return rows.length > 0;
  }

  /** @returns those of the ids that are somebody's personas */
  async existing(ctx: RequestContext, pseudonymIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      `SELECT pseudonym_id AS id FROM pseudonyms.persona
       WHERE pseudonym_id = ANY($1::uuid[]) AND given_up_at IS NULL`,
      [pseudonymIds],
    );
    return rows.map(({ id }) => id);
  }
}

const LINKS = `
  SELECT x.pseudonym_id, p.thread_id, x.sealed_link, x.key_version, x.given_up_at
  FROM pseudonyms.persona x JOIN pseudonyms.pseudonym p ON p.id = x.pseudonym_id`;

/** @returns a link as it goes to identity */
export const sealedPersona = (row: PersonaLinkRow): SealedPersona => ({
  personaId: row.pseudonym_id,
  threadId: row.thread_id,
  sealedLink: row.sealed_link.toString('base64url'),
  keyVersion: row.key_version,
});
