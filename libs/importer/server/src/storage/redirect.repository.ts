import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { Redirect } from '../redirects/redirect-file.js';

/** A redirect with what became of it. */
export interface KeptRedirect extends Redirect {
  /** How often somebody came by. */
  readonly hits: number;
  /** Day on which somebody came by last, as `2026-11-23`; null while nobody has. */
  readonly usedOn: string | null;
}

/** All SQL about redirects of the operator. */
@Injectable()
export class RedirectRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Looks an old address up and counts who came by. @returns where it leads; null where it is none */
  async follow(ctx: RequestContext, from: string, day: string): Promise<string | null> {
    const [row] = await this.database.query<{ to: string }>(
      ctx,
      `WITH followed AS (
         UPDATE importer.redirect SET hits = hits + 1, used_on = $2::date WHERE from_path = $1 RETURNING to_path)
       SELECT to_path AS "to" FROM followed`,
      [from, day],
    );
    return row?.to ?? null;
  }

  /** Everything that is kept, in the order of the old addresses. */
  all(ctx: RequestContext): Promise<KeptRedirect[]> {
    return this.database.query(
      ctx,
      `SELECT from_path AS "from", to_path AS "to", hits::int AS hits, used_on::text AS "usedOn"
       FROM importer.redirect ORDER BY from_path COLLATE "C"`,
    );
  }

  /** Lets one import go on at a time, so that two of them make no loop. */
  async lock(tx: RequestContext): Promise<void> {
    await this.database.query(tx, `SELECT pg_advisory_xact_lock(hashtextextended('importer.redirect', 0))`);
  }

  /** Keeps redirects; where one has changed, it counts anew. */
  async save(tx: RequestContext, redirects: readonly Redirect[]): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO importer.redirect AS r (from_path, to_path)
       SELECT "from", "to" FROM json_to_recordset($1::json) AS given ("from" text, "to" text)
       ON CONFLICT (from_path) DO UPDATE SET to_path = excluded.to_path, hits = 0, used_on = NULL
       WHERE r.to_path <> excluded.to_path`,
      [JSON.stringify(redirects)],
    );
  }

  async remove(tx: RequestContext, from: readonly string[]): Promise<void> {
    await this.database.query(tx, 'DELETE FROM importer.redirect WHERE from_path = ANY($1::text[])', [from]);
  }
}
