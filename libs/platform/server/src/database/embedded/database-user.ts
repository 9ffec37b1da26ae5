import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** The operating-system user PostgreSQL runs as. `undefined` ids: the user of this process. */
export interface DatabaseUser {
  readonly name: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root. `nobody` is the fallback: a fresh Debian has no better account for it. */
const STAND_INS_FOR_ROOT = ['kundig', 'postgres', 'nobody'];

/** Whether this process is the superuser of the machine. */
export const isRoot = () => process.getuid?.() === 0;

function accounts(): DatabaseUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}

/**
 * Who is to run the server: this process's user, or, for root, an unprivileged account of the machine.
 * @param existingData a data folder that may exist; its owner goes first, so that an account added to the machine
 *   later does not lock the community out of its own data.
 * @throws EmbeddedPostgresError when the machine has no account to run as.
 */
export function chooseDatabaseUser(existingData: string): DatabaseUser {
  if (!isRoot()) return { name: 'this user' };
  const known = accounts();
  const owner = statSync(existingData, { throwIfNoEntry: false })?.uid;
  const user =
    known.find(({ uid }) => uid !== 0 && uid === owner) ??
    STAND_INS_FOR_ROOT.map((wanted) => known.find(({ name }) => name === wanted)).find(Boolean);
  if (!user) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root and this machine has no user "postgres" or "nobody": add one (useradd --system postgres) or start as an ordinary user.',
    );
  }
  return user;
}

/** Whether the user can enter and write the folder, whatever modes or access lists decide that. */
export function canUseFolder(folder: string, { uid, gid }: DatabaseUser): boolean {
  if (uid === undefined) return true; // what this process created it can use
  return spawnSync('test', ['-w', folder, '-a', '-x', folder], { uid, gid, cwd: '/' }).status === 0;
}

/** How a command ended. `code` is null when it could not be started or was killed. */
export interface CommandResult {
  readonly code: number | null;
  readonly stderr: string;
  readonly error?: Error;
}

/**
 * Runs one of PostgreSQL's programs as the database user, in a plain environment.
 * @param detachedOutput drop all output: the server inherits pipes from `pg_ctl` and would hold them open for ever.
 */
export function runAs(
  { uid, gid }: DatabaseUser,
  program: string,
  args: readonly string[],
  { detachedOutput = false } = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      uid,
      gid,
      cwd: '/',
      env: { PATH: process.env.PATH, HOME: tmpdir(), LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'ignore', detachedOutput ? 'ignore' : 'pipe'],
    });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-8_000)));
    child.once('error', (error) => resolve({ code: null, stderr, error }));
    child.once('close', (code) => resolve({ code, stderr }));
  });
}
