import type { Client } from 'pg';
import { OperatorProblem } from '../errors/operator-problem.js';

/** Role of all domains but identity. */
export const APP_ROLE = 'kundig_app';
/** Role of the schema `identity` alone. */
export const IDENTITY_ROLE = 'kundig_identity';

/** What belongs to the identity role; every other schema of ours belongs to the app role. */
const IDENTITY_SCHEMAS = ['identity', 'jobs_identity'];

/** Both roles, their grants and nothing more: they own no table and cannot see each other's schemas. */
export interface RolePasswords {
  readonly app: string;
  readonly identity: string;
}

/** The server does not let us make the roles; the message holds the SQL for its administrator. */
export class RolesMissing extends OperatorProblem {}

/**
 * Makes both roles or sets their passwords.
 * @throws RolesMissing with the SQL to run, where the owner may not create roles
 */
export async function ensureRoles(owner: Client, passwords: RolePasswords): Promise<void> {
  for (const [role, password] of [
    [APP_ROLE, passwords.app],
    [IDENTITY_ROLE, passwords.identity],
  ] as const) {
    const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = rowCount ? 'ALTER' : 'CREATE';
    const sql = `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${owner.escapeLiteral(password)}`;
    try {
      await owner.query(sql);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw new RolesMissing(`This database user may not create roles. Have an administrator run:\n${sql};`);
    }
  }
}

/**
 * Grants each role its schemas and takes away everything else. Runs after every migration, so that a new table is
 * reachable by the right role only.
 * @param insertOnly qualified tables in which no role may change or delete a row
 */
export async function grantRights(
  owner: Client,
  schemas: readonly string[],
  insertOnly: readonly string[],
): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
  const database = owner.escapeIdentifier(rows[0]!.name);
  await owner.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await owner.query(`GRANT CONNECT ON DATABASE ${database} TO ${APP_ROLE}, ${IDENTITY_ROLE}`);
  await owner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
  for (const schema of schemas) {
    const [role, other] = IDENTITY_SCHEMAS.includes(schema)
      ? [IDENTITY_ROLE, APP_ROLE]
      : [APP_ROLE, IDENTITY_ROLE];
    await owner.query(`REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC, ${other}`);
    await owner.query(`REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM PUBLIC, ${other}`);
    await owner.query(`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC, ${other}`);
    await owner.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await owner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    await owner.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${role}`);
  }
  for (const table of insertOnly)
    await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${APP_ROLE}, ${IDENTITY_ROLE}`);
}

/**
 * graphile-worker guards its tables by row-level security without a policy, which shuts out everybody but their owner.
 * One policy per table lets exactly the role of that worker in; the tables stay the owner's.
 */
export async function openJobTables(owner: Client, schema: 'jobs_app' | 'jobs_identity'): Promise<void> {
  const role = schema === 'jobs_app' ? APP_ROLE : IDENTITY_ROLE;
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relrowsecurity`,
    [schema],
  );
  for (const { name } of rows) {
    await owner.query(`DROP POLICY IF EXISTS worker ON ${schema}.${name}`);
    await owner.query(`CREATE POLICY worker ON ${schema}.${name} TO ${role} USING (true) WITH CHECK (true)`);
  }
}
