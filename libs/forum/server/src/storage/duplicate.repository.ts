import { Injectable } from '@nestjs/common';
import { AppDatabase, Conflict, type RequestContext } from '@kundig/platform/server';
import { Thread } from './thread.entity.js';

/** Duplicates of one thread that anybody looks through; beyond them search helps. */
const MOST_DUPLICATES = 200;

/** All SQL about threads that ask what another one has asked. No duplicate has duplicates: all of them lead to its goal. */
@Injectable()
export class DuplicateRepository {
  constructor(private readonly database: AppDatabase) {}

  /**
   * Locks threads and the duplicates of the first, in the order of their keys, so that of parallel calls none waits for
   * another for ever.
   * @throws Conflict one of them went over into another thread meanwhile, or another duplicate has come to the first
   */
  async lock(tx: RequestContext, ids: readonly [string, ...string[]]): Promise<ReadonlyMap<string, Thread>> {
    const locked = await this.database
      .repository(tx, Thread)
      .createQueryBuilder('t')
      .where('t.id = ANY(:ids) OR t.duplicate_of_id = :first', { ids, first: ids[0] })
      .orderBy('t.id')
      .setLock('pessimistic_write')
      .getMany();
    if (locked.some(({ mergedIntoId }) => mergedIntoId !== null)) throw new Conflict('forum:error.regrouped');
    const late = await this.database.query(
      tx,
      'SELECT 1 FROM forum.thread WHERE duplicate_of_id = $1 AND id <> ALL($2) LIMIT 1',
      [ids[0], locked.map(({ id }) => id)],
    );
    if (late.length > 0) throw new Conflict('forum:error.leadsElsewhere');
    return new Map(locked.map((thread) => [thread.id, thread]));
  }

  /** Leads a thread, and all that led to it, to another one. @returns keys of all that lead elsewhere now */
  async lead(tx: RequestContext, id: string, canonicalId: string): Promise<string[]> {
    return this.changed(
      tx,
      'UPDATE forum.thread SET duplicate_of_id = $2 WHERE id = $1 OR duplicate_of_id = $1 RETURNING id',
      [id, canonicalId],
    );
  }

  /** A thread leads nowhere any more. */
  async release(tx: RequestContext, id: string): Promise<void> {
    await this.database.repository(tx, Thread).update(id, { duplicateOfId: null });
  }

  /**
   * What led to a thread that goes over into another one leads there, or where that one leads itself.
   * @returns keys of all that lead elsewhere now
   */
  async follow(tx: RequestContext, from: Thread, into: Thread): Promise<string[]> {
    const goal = into.duplicateOfId === from.id ? into.id : (into.duplicateOfId ?? into.id);
    return this.changed(
      tx,
      `UPDATE forum.thread SET duplicate_of_id = CASE WHEN id <> $2 THEN $2::uuid END
       WHERE duplicate_of_id = $1 RETURNING id`,
      [from.id, goal],
    );
  }

  /** @returns keys of threads and of their duplicates, the oldest first; whoever shows them asks what the viewer may read */
  async of(
    ctx: RequestContext,
    canonicalIds: readonly string[],
  ): Promise<{ id: string; canonicalId: string }[]> {
    return this.database.query(
      ctx,
      `SELECT d.id, goal.id AS "canonicalId" FROM unnest($1::uuid[]) AS goal (id), LATERAL (
         SELECT t.id, t.created_at FROM forum.thread t WHERE t.duplicate_of_id = goal.id
         ORDER BY t.created_at, t.id LIMIT ${MOST_DUPLICATES}) AS d
       ORDER BY d.created_at, d.id`,
      [canonicalIds],
    );
  }

  private async changed(tx: RequestContext, sql: string, parameters: string[]): Promise<string[]> {
    const [rows] = await this.database.query<{ id: string }[]>(tx, sql, parameters);
    return rows!.map(({ id }) => id);
  }
}
