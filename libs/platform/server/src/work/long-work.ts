import { Injectable } from '@nestjs/common';
import { Clock, daysBefore, minutesBefore } from '../clock/clock.js';
import { RequestContext } from '../context/request-context.js';
import { AppDatabase } from '../database/database.js';
import { Randomness } from '../random/randomness.js';

/** Work that may last minutes, whether a job or a command does it. */
export const LONG_WORKS = [
  'import',
  'search-reindex',
  'faq-export',
  'forum-recount',
  'kudos-recount',
  'merits-recount',
  'leak-rescan',
] as const;
export type LongWorkKind = (typeof LONG_WORKS)[number];

/** `silent`: its process has not said how far it is for so long that it is probably gone. */
export type LongWorkState = 'running' | 'silent' | 'succeeded' | 'failed';

/** How far some long work is, or how it ended. */
export interface LongWorkReport {
  readonly id: string;
  readonly kind: LongWorkKind;
  readonly state: LongWorkState;
  readonly done: number;
  /** Null where it is not known how much there is. */
  readonly total: number | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** Says how far the work is. @param total where it is known */
export type ReportProgress = (done: number, total?: number) => void;

const KEPT_DAYS = 30;
/** Pause between two notes of progress, in milliseconds. */
const NOTE_EVERY_MS = 1_000;
const SILENT_AFTER_MINUTES = 5;

interface Row extends Omit<LongWorkReport, 'state'> {
  readonly seenAt: Date;
  readonly succeeded: boolean | null;
}

/**
 * Notes how far long work is, for the page of jobs. The notes stand outside of the work's own transactions, or nobody could
 * read them before it ends; they name a kind and numbers, nothing that is worked on.
 */
@Injectable()
export class LongWork {
  private readonly ctx = RequestContext.system();

  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Does the work and notes beginning, progress and end. @returns what it returns @throws what it throws */
  async watch<Result>(
    kind: LongWorkKind,
    work: (report: ReportProgress) => Promise<Result>,
  ): Promise<Result> {
    const id = this.randomness.uuid();
    await this.begin(id, kind);
    const progress = new Progress(this.clock, (done, total) => this.note(id, done, total));
    let succeeded = false;
    try {
      const result = await work(progress.report);
      succeeded = true;
      return result;
    } finally {
      await progress.settle();
      await this.end(id, succeeded);
    }
  }

  /** The latest begun first, at most `limit`. */
  async latest(limit: number): Promise<LongWorkReport[]> {
    const rows = await this.database.query<Row>(
      this.ctx,
      `SELECT id, kind, done, total, started_at AS "startedAt", seen_at AS "seenAt", ended_at AS "endedAt", succeeded
       FROM platform.long_work ORDER BY started_at DESC, id LIMIT $1`,
      [limit],
    );
    const alive = minutesBefore(this.clock.now(), SILENT_AFTER_MINUTES);
    return rows.map(({ seenAt, succeeded, ...work }) => ({
      ...work,
      state:
        succeeded === null ? (seenAt < alive ? 'silent' : 'running') : succeeded ? 'succeeded' : 'failed',
    }));
  }

  private async begin(id: string, kind: LongWorkKind): Promise<void> {
    const now = this.clock.now();
    await this.database.query(this.ctx, 'DELETE FROM platform.long_work WHERE started_at < $1', [
      daysBefore(now, KEPT_DAYS),
    ]);
    await this.database.query(
      this.ctx,
      'INSERT INTO platform.long_work (id, kind, started_at, seen_at) VALUES ($1, $2, $3, $3)',
      [id, kind, now],
    );
  }

  private async note(id: string, done: number, total: number | null): Promise<void> {
    await this.database.query(
      this.ctx,
      'UPDATE platform.long_work SET done = $2, total = $3, seen_at = $4 WHERE id = $1',
      [id, done, total, this.clock.now()],
    );
  }

  private async end(id: string, succeeded: boolean): Promise<void> {
    await this.database.query(
      this.ctx,
      'UPDATE platform.long_work SET ended_at = $2, seen_at = $2, succeeded = $3 WHERE id = $1',
      [id, this.clock.now(), succeeded],
    );
  }
}

/** Passes on the newest figures, not more often than anybody reads them, one note after the other. */
class Progress {
  private done = 0;
  private total: number | null = null;
  private notedAt = 0;
  private noted = true;
  private noting: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly note: (done: number, total: number | null) => Promise<void>,
  ) {}

  readonly report: ReportProgress = (done, total) => {
    this.done = done;
    this.total = total ?? null;
    this.noted = false;
    const now = this.clock.now().getTime();
    if (now - this.notedAt < NOTE_EVERY_MS) return;
    this.notedAt = now;
    this.write();
  };

  /** Notes what is left to note. */
  async settle(): Promise<void> {
    if (!this.noted) this.write();
    await this.noting;
  }

  /** A note that cannot be written is one less; the work goes on. */
  private write(): void {
    this.noted = true;
    const { done, total } = this;
    this.noting = this.noting.then(() => this.note(done, total)).catch(() => undefined);
  }
}
