import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { runAs, type DatabaseUser } from './database-user.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** PostgreSQL's programs, in a place the database user can run them from. */
export interface Binaries {
  /** Folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string;
  /** Major version such as "18"; a data folder belongs to exactly one. */
  readonly major: string;
}

interface PackagedBinaries {
  readonly root: string;
  readonly version: string;
}

function locatePackage(): PackagedBinaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let folder: string;
  try {
    folder = dirname(require.resolve(name));
  } catch {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL is installed for ${system}-${process.arch}: run "npm ci", or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { root: folder, version };
}

/** The package makes these links in an install script, which `npm ci --ignore-scripts` leaves out. */
function repairLibraryLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}

function openForReading(folder: string) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, dirname(path).endsWith('bin') ? 0o755 : 0o644);
  }
}

/** Copies the programs out of a checkout that the database user cannot enter. The rename makes it all or nothing. */
function copyToSharedFolder({ root, version }: PackagedBinaries, sharedRoot: string): string {
  const target = join(sharedRoot, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  mkdirSync(sharedRoot, { recursive: true, mode: 0o755 });
  try {
    cpSync(join(root, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    openForReading(draft);
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw cause;
  }
  return target;
}

/**
 * Finds the installed PostgreSQL and makes it runnable for the database user.
 * @param sharedRoot absolute folder for a copy, used when the checkout is closed to that user.
 * @throws EmbeddedPostgresError when there is none for this system or it does not run.
 */
export async function prepareBinaries(user: DatabaseUser, sharedRoot: string): Promise<Binaries> {
  const found = locatePackage();
  repairLibraryLinks(found.root);
  const runs = async (bin: string) => runAs(user, join(bin, 'postgres'), ['--version']);
  const major = found.version.split('.')[0]!;
  let bin = join(found.root, 'native', 'bin');
  let attempt = await runs(bin);
  if (attempt.code !== 0 && user.uid !== undefined) {
    bin = join(copyToSharedFolder(found, sharedRoot), 'bin');
    attempt = await runs(bin);
  }
  if (attempt.code !== 0) {
    const reason = (attempt.error?.message ?? attempt.stderr).trim();
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL does not run on this machine (${reason}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  return { bin, major };
}
