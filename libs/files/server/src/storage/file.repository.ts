import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import type { FilePurpose, StoredFile } from '../stored-file.js';

/** A published file and what it hangs on: a post, a member; nothing for files of the site itself. */
export interface PublishedFile extends StoredFile {
  readonly holderId: string | null;
}

const COLUMNS = 'id, purpose, kind, width, height, bytes, holder_id AS "holderId"';

/** All SQL about published files. */
@Injectable()
export class FileRepository {
  constructor(private readonly database: AppDatabase) {}

  async find(ctx: RequestContext, id: string): Promise<PublishedFile | null> {
    const rows = await this.database.query<PublishedFile>(
      ctx,
      `SELECT ${COLUMNS} FROM files.file WHERE id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** One that is there already stays with its holder. */
  async add(ctx: RequestContext, files: readonly StoredFile[], holderId: string | null): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO files.file (id, purpose, kind, width, height, bytes, holder_id)
       SELECT f.id, f.purpose, f.kind, f.width, f.height, f.bytes, $2
       FROM json_to_recordset($1::json) AS f(id text, purpose text, kind text, width int, height int, bytes int)
       ON CONFLICT (id) DO NOTHING`,
      [JSON.stringify(files), holderId],
    );
  }

  /** @returns those of the ids that are published */
  async published(ctx: RequestContext, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      ctx,
      'SELECT id FROM files.file WHERE id = ANY($1::text[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the ids that are published for a purpose and hang on nothing. */
  named(ctx: RequestContext, purpose: FilePurpose, ids: readonly string[]): Promise<PublishedFile[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM files.file WHERE purpose = $1 AND holder_id IS NULL AND id = ANY($2::text[])`,
      [purpose, ids],
    );
  }

  /** Files of these holders but for the named ones. */
  ofHolders(
    ctx: RequestContext,
    purpose: FilePurpose,
    holderIds: readonly string[],
    except: readonly string[] = [],
  ): Promise<PublishedFile[]> {
    return this.database.query(
      ctx,
      `SELECT ${COLUMNS} FROM files.file
       WHERE purpose = $1 AND holder_id = ANY($2::uuid[]) AND id <> ALL($3::text[])`,
      [purpose, holderIds, except],
    );
  }

  async remove(ctx: RequestContext, ids: readonly string[]): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM files.file WHERE id = ANY($1::text[])', [ids]);
  }
}
