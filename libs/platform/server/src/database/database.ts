import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';

/** One pool under one database role. Everything that reads or writes says so with a context, and joins its transaction. */
export abstract class Database {
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
    const result = await this.dataSource.transaction((manager) => work(ctx.within(this, manager)));
    ctx.memory.clear();
    return result;
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
