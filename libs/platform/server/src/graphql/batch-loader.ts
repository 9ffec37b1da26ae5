import DataLoader from 'dataloader';
import type { RequestContext } from '../context/request-context.js';

/** A DataLoader per request, and per transaction that begins before it is used: many `load` calls of one tick become one query. Keys are strings. */
export abstract class BatchLoader<Value> {
  /** @returns values in the order of `keys`; an absent row is null */
  protected abstract loadBatch(ctx: RequestContext, keys: readonly string[]): Promise<(Value | null)[]>;

  load(ctx: RequestContext, key: string): Promise<Value | null> {
    return this.of(ctx).load(key);
  }

  loadMany(ctx: RequestContext, keys: readonly string[]): Promise<(Value | null)[]> {
    return Promise.all(keys.map((key) => this.load(ctx, key)));
  }

  /** Keeps a value that came another way, so that it is not fetched again. */
  prime(ctx: RequestContext, key: string, value: Value): void {
    this.of(ctx).prime(key, value);
  }

  private of(ctx: RequestContext): DataLoader<string, Value | null> {
    return ctx.rememberOpen(
      this,
      () => new DataLoader<string, Value | null>((keys) => this.loadBatch(ctx, keys), { maxBatchSize: 200 }),
    );
  }
}

/** Puts rows into the order of keys. */
export function inOrderOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
