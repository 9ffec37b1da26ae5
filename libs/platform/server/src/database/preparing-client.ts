import { createHash } from 'node:crypto';
import pg from 'pg';

/** Different statements one connection remembers at most; beyond them statements run as they are. */
const MAX_PREPARED = 500;
const LONGEST_TEXT = 20_000;

type Callback = (error: Error, result: pg.QueryResult) => void;

/**
 * A connection that lets the server keep the plans of statements that come again. A page's statements are few and always
 * the same; parsing and planning them costs the server more than running them.
 */
export class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();

  // The signatures of `query` are many; only text with values, as all our libraries send it, is changed on the way.
  override query(...args: never[]): never {
    const [text, values, callback] = args as unknown as [unknown, unknown, Callback | undefined];
    const name = typeof text === 'string' && Array.isArray(values) ? this.nameOf(text) : undefined;
    const send = super.query.bind(this) as (...args: unknown[]) => never;
    return name ? send({ name, text, values }, callback) : send(...args);
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known || this.names.size >= MAX_PREPARED || text.length > LONGEST_TEXT) return known;
    if (!/^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/i.test(text)) return undefined;
    const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    this.names.set(text, name);
    return name;
  }
}
