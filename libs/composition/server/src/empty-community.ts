import pg from 'pg';
import { domainSchemas } from './parts.js';

/** Removes everything that people and jobs wrote; structure, roles and keys stay. There is no way back. */
export async function emptyCommunity({ url }: { readonly url: string }): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname = ANY($1) AND (schemaname, tablename) NOT IN (('platform', 'migration'), ('platform', 'key_fingerprint'))
          OR schemaname IN ('jobs_app', 'jobs_identity') AND tablename = '_private_jobs'`,
      [domainSchemas],
    );
    await owner.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`);
  } finally {
    await owner.end();
  }
}
