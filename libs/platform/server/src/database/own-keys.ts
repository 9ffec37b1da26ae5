import type { Client } from 'pg';
import { OperatorProblem } from '../errors/operator-problem.js';

/** Version of a root key and what tells it apart from any other, see `KeyRing.fingerprints`. */
export type KeyFingerprints = ReadonlyMap<number, string>;

/** The keys are not those under which this database was written; the message says what to do. */
export class ForeignKeys extends OperatorProblem {}

/**
 * Under other keys everything would seem to work: passwords of the roles would be set anew, and authors of anonymous posts
 * would come back as strangers to their own questions.
 * @throws ForeignKeys when a key the database knows is missing or another
 */
export async function assertOwnKeys(owner: Client, fingerprints: KeyFingerprints): Promise<void> {
  const table = await owner.query<{ exists: boolean }>(
    `SELECT to_regclass('platform.key_fingerprint') IS NOT NULL AS exists`,
  );
  if (!table.rows[0]!.exists) return; // before the first migration no key was used
  const { rows } = await owner.query<{ version: number; fingerprint: string }>(
    'SELECT version, fingerprint FROM platform.key_fingerprint',
  );
  if (rows.some(({ version, fingerprint }) => fingerprints.get(version) !== fingerprint))
    throw new ForeignKeys(
      'The keys are not those of this database: set KEYS_DIR to the folder with the right ones, or put back a copy of them.',
    );
}

/** Remembers keys that the database does not know yet. */
export async function rememberKeys(owner: Client, fingerprints: KeyFingerprints): Promise<void> {
  await owner.query(
    `INSERT INTO platform.key_fingerprint (version, fingerprint)
     SELECT * FROM unnest($1::int[], $2::text[]) ON CONFLICT DO NOTHING`,
    [[...fingerprints.keys()], [...fingerprints.values()]],
  );
}
