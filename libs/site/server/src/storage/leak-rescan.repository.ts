import { Injectable } from '@nestjs/common';
import type { LeakKind } from '@kundig/leak-guard/rules';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';

/** How often a kind was found. */
export interface RescanCount {
  readonly kind: LeakKind;
  readonly places: number;
  /** Posts with at least one such place. */
  readonly posts: number;
}

/** What the last whole look through the posts found. */
export interface LeakRescan {
  readonly finishedAt: Date;
  /** Posts that were looked through. */
  readonly posts: number;
  /** Kinds of which something was found, most first. */
  readonly counts: readonly RescanCount[];
}

/** The last rescan of the leak guard: numbers, and neither text nor post nor person. */
@Injectable()
export class LeakRescanRepository {
  constructor(private readonly database: AppDatabase) {}

  /** In place of the one before. */
  async save(ctx: RequestContext, { finishedAt, posts, counts }: LeakRescan): Promise<void> {
    await this.database.query(
      ctx,
      `INSERT INTO site.leak_rescan (finished_at, posts, counts) VALUES ($1, $2, $3)
       ON CONFLICT (id) DO UPDATE SET finished_at = excluded.finished_at, posts = excluded.posts, counts = excluded.counts`,
      [finishedAt, posts, JSON.stringify(counts)],
    );
  }

  /** @returns null before the first one has ended */
  async find(ctx: RequestContext): Promise<LeakRescan | null> {
    const [last] = await this.database.query<LeakRescan>(
      ctx,
      'SELECT finished_at AS "finishedAt", posts, counts FROM site.leak_rescan',
    );
    return last ?? null;
  }
}
