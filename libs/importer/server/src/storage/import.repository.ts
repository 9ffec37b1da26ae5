import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A community that lived elsewhere and was brought into one board. */
export interface Source {
  readonly id: string;
  /** Host name of the old site; null where the operator did not say. */
  readonly site: string | null;
  /** Licence under which the texts may be shown, such as `CC BY-SA 4.0`. */
  readonly licence: string;
  readonly boardId: string;
}

/** What became of something of the old site: a question is both a thread and its opening post. */
export type ItemKind = 'thread' | 'post' | 'author';

export interface Item {
  readonly kind: ItemKind;
  /** Such as `question:12`, `comment:56`, `user:7`. */
  readonly externalId: string;
  /** Key of the thread, post or pseudonym it became. */
  readonly targetId: string;
  /** Of authors: the name on the old site, which attribution must show. */
  readonly name: string | null;
}

/** An item with what its source says of it. */
export interface SourcedItem extends Item {
  readonly site: string | null;
  readonly licence: string;
}

const ITEM = `i.kind, i.external_id AS "externalId", i.target_id AS "targetId", i.name`;

/** All SQL of the schema `importer`. */
@Injectable()
export class ImportRepository {
  constructor(private readonly database: AppDatabase) {}

  /** @returns the source of that site in that board, as it was first written */
  async source(ctx: RequestContext, source: Source, at: Date): Promise<Source> {
    const [row] = await this.database.query<Source>(
      ctx,
      `INSERT INTO importer.source AS s (id, site, licence, board_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT uq_source DO UPDATE SET licence = excluded.licence
       RETURNING s.id, s.site, s.licence, s.board_id AS "boardId"`,
      [source.id, source.site, source.licence, source.boardId, at],
    );
    return row!;
  }

  /** Sites that were brought into a board; null stands for one that was not named. */
  async sitesIn(ctx: RequestContext, boardId: string): Promise<(string | null)[]> {
    const rows = await this.database.query<{ site: string | null }>(
      ctx,
      'SELECT site FROM importer.source WHERE board_id = $1 ORDER BY created_at, id',
      [boardId],
    );
    return rows.map(({ site }) => site);
  }

  /** Remembers what became of things; what is known stays as it is. */
  async add(ctx: RequestContext, sourceId: string, items: readonly Item[]): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO importer.item (source_id, kind, external_id, target_id, name)
       SELECT $1, i.kind, i."externalId", i."targetId", i.name
       FROM json_to_recordset($2::json) AS i (kind text, "externalId" text, "targetId" uuid, name text)
       ON CONFLICT DO NOTHING`,
      [sourceId, JSON.stringify(items)],
    );
  }

  async has(ctx: RequestContext, sourceId: string, kind: ItemKind, externalId: string): Promise<boolean> {
    const rows = await this.database.query(
      ctx,
      'SELECT FROM importer.item WHERE source_id = $1 AND kind = $2 AND external_id = $3',
      [sourceId, kind, externalId],
    );
    return rows.length > 0;
  }

  /** Posts and authors of one source by their old names. */
  find(ctx: RequestContext, sourceId: string, externalIds: readonly string[]): Promise<Item[]> {
    return this.database.query(
      ctx,
      `SELECT ${ITEM} FROM importer.item i
       WHERE i.source_id = $1 AND i.kind IN ('post', 'author') AND i.external_id = ANY($2)`,
      [sourceId, externalIds],
    );
  }

  /**
   * A post or author by its old name, in whichever source knows it.
   * @param host whose source goes first; of the others the oldest
   */
  async findAnywhere(ctx: RequestContext, externalId: string, host: string): Promise<Item | null> {
    const [row] = await this.database.query<Item>(
      ctx,
      `SELECT ${ITEM} FROM importer.source s JOIN importer.item i ON i.source_id = s.id
       WHERE i.kind IN ('post', 'author') AND i.external_id = $1
       ORDER BY (s.site IS NOT DISTINCT FROM $2) DESC, s.created_at, s.id LIMIT 1`,
      [externalId, host],
    );
    return row ?? null;
  }

  /** Where threads, posts and authors come from; what was written here is absent. */
  byTargets(ctx: RequestContext, targetIds: readonly string[]): Promise<SourcedItem[]> {
    return this.database.query(
      ctx,
      `SELECT ${ITEM}, s.site, s.licence FROM importer.item i JOIN importer.source s ON s.id = i.source_id
       WHERE i.target_id = ANY($1::uuid[])`,
      [targetIds],
    );
  }

  /** Names that somebody had on old sites. */
  names(
    ctx: RequestContext,
    memberIds: readonly string[],
  ): Promise<{ site: string | null; name: string | null }[]> {
    return this.database.query(
      ctx,
      `SELECT s.site, i.name FROM importer.item i JOIN importer.source s ON s.id = i.source_id
       WHERE i.kind = 'author' AND i.target_id = ANY($1::uuid[])`,
      [memberIds],
    );
  }

  /** Forgets who somebody was on old sites. @returns number of rows gone */
  async forget(ctx: RequestContext, memberIds: readonly string[]): Promise<number> {
    const gone = await this.database.query<{ id: string }>(
      ctx,
      `WITH gone AS (DELETE FROM importer.item WHERE kind = 'author' AND target_id = ANY($1::uuid[]) RETURNING target_id)
       SELECT target_id AS id FROM gone`,
      [memberIds],
    );
    return gone.length;
  }
}
