import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** A place in the order in which posts are indexed again. */
export interface RebuildPlace {
  readonly threadId: string;
  readonly position: number;
}

/** How far a rebuild has come: at most one row, which is gone when it is finished. */
@Injectable()
export class RebuildRepository {
  constructor(private readonly database: AppDatabase) {}

  async find(ctx: RequestContext): Promise<RebuildPlace | null> {
    const [row] = await this.database.query<RebuildPlace>(
      ctx,
      'SELECT thread_id AS "threadId", position FROM search.rebuild',
    );
    return row ?? null;
  }

  async reached(tx: RequestContext, { threadId, position }: RebuildPlace): Promise<void> {
    await this.database.query(
      tx,
      `INSERT INTO search.rebuild (thread_id, position) VALUES ($1, $2)
       ON CONFLICT (is_single) DO UPDATE SET thread_id = excluded.thread_id, position = excluded.position`,
      [threadId, position],
    );
  }

  async finish(ctx: RequestContext): Promise<void> {
    await this.database.query(ctx, 'DELETE FROM search.rebuild');
  }
}
