import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import { CommitStatement, type CommitPart } from './commit-statement.js';

/** One pool under one database role. Everything that reads or writes says so with a context, and joins its transaction. */
export abstract class Database {
  private readonly commits = new WeakMap<EntityManager, CommitStatement>();

  constructor(readonly dataSource: DataSource) {}

  manager(ctx: RequestContext): EntityManager {
    return ctx.managerOf(this) ?? this.dataSource.manager;
  }

  repository<E extends ObjectLiteral>(ctx: RequestContext, entity: EntityTarget<E>): Repository<E> {
    return this.manager(ctx).getRepository(entity);
  }

  /** Runs one SQL statement with `$1…` parameters. Never build `sql` from input. */
  query<Row>(ctx: RequestContext, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager(ctx).query<Row[]>(sql, parameters as unknown[]);
  }

  /**
   * Runs `work` in one transaction, joining the one the context already carries. What the request had loaded before is
   * forgotten after the commit, so that an answer shows the state after the write.
   */
  async transaction<T>(ctx: RequestContext, work: (tx: RequestContext) => Promise<T>): Promise<T> {
    if (ctx.managerOf(this)) return work(ctx);
    const result = await this.dataSource.transaction(async (manager) => {
      const worked = await work(ctx.within(this, manager));
      await this.run(manager, this.commits.get(manager));
      return worked;
    });
    ctx.memory.clear();
    return result;
  }

  /** Writes what is for others, together with all the rest of it right before the commit; at once without a transaction. */
  async withCommit<Item>(ctx: RequestContext, part: CommitPart<Item>, items: readonly Item[]): Promise<void> {
    const manager = ctx.managerOf(this);
    const statement = (manager && this.commits.get(manager)) ?? new CommitStatement();
    statement.add(part, items);
    if (manager) this.commits.set(manager, statement);
    else await this.run(this.dataSource.manager, statement);
  }

  private async run(manager: EntityManager, statement: CommitStatement | undefined): Promise<void> {
    const text = statement?.text();
    if (text) await manager.query(text.sql, text.parameters);
  }
}

/** Role `kundig_app`: all domains but identity. Has no right on the schema `identity`. */
export class AppDatabase extends Database {}

/** Role `kundig_identity`: the schema `identity` and nothing else. Only the identity library injects it. */
export class IdentityDatabase extends Database {}

/** @returns whether an insert failed because a row with this key exists already */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const { code, constraint: name } =
    (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? {};
  return code === '23505' && name === constraint;
}
