import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { OperatorProblem } from '../errors/operator-problem.js';

/** Version of a root key and what tells it apart from any other, see `KeyRing.fingerprints`. */
export type KeyFingerprints = ReadonlyMap<number, string>;

/** Of the owner, or of the app's role, which may read and add fingerprints and change none. */
export type KeyConnection = Client | DataSource;

/** The keys are not those under which this database was written; the message says what to do. */
export class ForeignKeys extends OperatorProblem {}

/**
 * Under other keys everything would seem to work: passwords of the roles would be set anew, and authors of anonymous posts
 * would come back as strangers to their own questions.
 * @throws ForeignKeys when a key the database knows is missing or another
 */
export async function assertOwnKeys(connection: KeyConnection, fingerprints: KeyFingerprints): Promise<void> {
  const [table] = await rowsOf<{ exists: boolean }>(
    connection,
    `SELECT to_regclass('platform.key_fingerprint') IS NOT NULL AS exists`,
  );
  if (!table!.exists) return; // before the first migration no key was used
  const known = await rowsOf<{ version: number; fingerprint: string }>(
    connection,
    'SELECT version, fingerprint FROM platform.key_fingerprint',
  );
  if (known.some(({ version, fingerprint }) => fingerprints.get(version) !== fingerprint))
    throw new ForeignKeys(
      'The keys are not those of this database: set KEYS_DIR to the folder with the right ones, or put back a copy of them.',
    );
}

/** Remembers keys that the database does not know yet. */
export async function rememberKeys(connection: KeyConnection, fingerprints: KeyFingerprints): Promise<void> {
  await rowsOf(
    connection,
    `INSERT INTO platform.key_fingerprint (version, fingerprint)
     SELECT * FROM unnest($1::int[], $2::text[]) ON CONFLICT DO NOTHING`,
    [[...fingerprints.keys()], [...fingerprints.values()]],
  );
}

async function rowsOf<Row>(connection: KeyConnection, sql: string, parameters?: unknown[]): Promise<Row[]> {
  if (connection instanceof DataSource) return connection.query<Row[]>(sql, parameters);
  return (await connection.query(sql, parameters)).rows as Row[];
}
