import { domainSchemas } from '@kundig/composition/server';
import { APP_ROLE, assertOwnKeys, IDENTITY_ROLE, type KeyRing } from '@kundig/platform/server';
import type pg from 'pg';
import { examine, type Finding } from './finding.js';

/** The keys are those under which everything in this database was sealed. */
export const examineOwnKeys = (owner: pg.Client, keys: KeyRing): Promise<Finding> =>
  examine('own keys', async () => {
    await assertOwnKeys(owner, keys.fingerprints);
    return ['ok', 'the keys are those of this database'];
  });

/** Each role reaches its own tables and nothing of the other's. */
export const examineRights = (owner: pg.Client): Promise<Finding> =>
  examine('rights', async () => {
    const { rows } = await owner.query<{ name: string; role: string; misses: boolean; trespasses: boolean }>(
      `SELECT format('%s.%s', schema, relname) AS name, own AS role,
              NOT (has_schema_privilege(own, namespace, 'USAGE') AND has_table_privilege(own, oid, 'SELECT')
                   AND has_table_privilege(own, oid, 'INSERT')) AS misses,
              has_schema_privilege(other, namespace, 'USAGE') AS trespasses
       FROM (SELECT c.oid, c.relname, n.oid AS namespace, n.nspname AS schema,
                    CASE WHEN n.nspname = ANY($2) THEN $4 ELSE $3 END AS own,
                    CASE WHEN n.nspname = ANY($2) THEN $3 ELSE $4 END AS other
             FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND n.nspname = ANY($1)) AS t ORDER BY 1`,
      [
        [...domainSchemas, 'jobs_app', 'jobs_identity'],
        ['identity', 'jobs_identity'],
        APP_ROLE,
        IDENTITY_ROLE,
      ],
    );
    const trespassed = rows.find(({ trespasses }) => trespasses);
    const missed = rows.filter(({ misses }) => misses);
    if (trespassed)
      return ['fault', `The wall between the roles has a hole at ${trespassed.name}: run "kundig migrate".`];
    if (missed.length === 0) return ['ok', `both roles have their ${rows.length} tables, and no other`];
    const [{ name, role }] = missed as [(typeof missed)[number]];
    return ['fault', `${role} may not use ${name} (${missed.length} table(s) in all): run "kundig migrate".`];
  });
