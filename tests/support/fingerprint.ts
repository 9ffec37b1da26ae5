import type { TestCommunity } from './community.js';

/** What changes with every request, whatever it asks: sessions in use, limits, counts, beats of workers. */
const RESTLESS =
  /^(identity\.(session|write_limit)|jobs_(app|identity)\.|public\.|platform\.usage_day|search\.query_)/;

/** Names of all tables of ours, `schema.table`. */
export async function tablesOf(community: TestCommunity): Promise<string[]> {
  const rows = await community.owner.query<{ name: string }[]>(
    `SELECT format('%s.%s', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Makes a function that takes a fingerprint of every row of every table, jobs waiting included, so that a test sees
 * whether anything at all was written.
 */
export async function fingerprintOf(community: TestCommunity): Promise<() => Promise<string>> {
  const tables = (await tablesOf(community)).filter((name) => !RESTLESS.test(name));
  const parts = [...tables, 'jobs_app._private_jobs', 'jobs_identity._private_jobs'].map(
    (name) =>
      `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS rows FROM ${name} t`,
  );
  const sql = parts.join(' UNION ALL ');
  return async () =>
    (await community.owner.query<{ name: string; rows: string }[]>(sql))
      .map(({ name, rows }) => `${name} ${rows}`)
      .sort() // the parts of a union may come in any order
      .join('\n');
}

/** Names of the tables in which two fingerprints differ. */
export function tablesChanged(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .map((line) => line.split(' ', 1)[0])
    .join(', ');
}
