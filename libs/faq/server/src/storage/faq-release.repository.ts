import { Injectable } from '@nestjs/common';
import { AppDatabase, type RequestContext } from '@kundig/platform/server';
import { FaqRelease } from './faq-release.entity.js';

/** Any constant of this domain's own: whoever holds it writes the export. */
const EXPORT_LOCK = 7_264_080;

/** Releases the desk shows. */
const SHOWN = 20;

/** All SQL about releases. */
@Injectable()
export class FaqReleaseRepository {
  constructor(private readonly database: AppDatabase) {}

  /** Takes the right to export until the end of the transaction, or until its process dies. @returns false when somebody has it */
  async tryLock(tx: RequestContext): Promise<boolean> {
    const [row] = await this.database.query<{ locked: boolean }>(
      tx,
      'SELECT pg_try_advisory_xact_lock($1) AS locked',
      [EXPORT_LOCK],
    );
    return row!.locked;
  }

  find(ctx: RequestContext, id: string): Promise<FaqRelease | null> {
    return this.database.repository(ctx, FaqRelease).findOneBy({ id });
  }

  newest(ctx: RequestContext): Promise<FaqRelease[]> {
    return this.database
      .repository(ctx, FaqRelease)
      .find({ order: { startedAt: 'DESC', id: 'DESC' }, take: SHOWN });
  }

  async insert(ctx: RequestContext, release: FaqRelease): Promise<void> {
    await this.database.repository(ctx, FaqRelease).insert(release);
  }

  async update(ctx: RequestContext, id: string, change: Partial<FaqRelease>): Promise<void> {
    await this.database.repository(ctx, FaqRelease).update(id, change);
  }

  /** Ends releases whose process died; the caller holds the lock, so none of them still runs. */
  async failAbandoned(ctx: RequestContext, now: Date): Promise<void> {
    await this.database
      .repository(ctx, FaqRelease)
      .update({ state: 'running' }, { state: 'failed', finishedAt: now });
  }
}
