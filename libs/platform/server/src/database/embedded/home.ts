import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { canUseFolder, type DatabaseUser } from './database-user.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** Root's place for what an unprivileged user must reach: data of closed checkouts and a copy of the programs. */
export const SHARED_ROOT = '/var/lib/kundig';

/** Below this PostgreSQL may stop half-way; a new database alone takes 50 MB. */
const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** The paths of one embedded database. */
export interface Home {
  /** The data folder in use: the wanted one, or the one it moved to. */
  readonly root: string;
  /** Owned by the database user: everything the server itself writes. */
  readonly server: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  /** What the server said while starting; later messages are in `log`, one file per weekday. */
  readonly startLog: string;
  readonly log: string;
  /** The superuser's password, mode 0600. */
  readonly password: string;
  readonly lock: string;
  /** One file per process that uses the server. */
  readonly users: string;
}

const layout = (root: string): Home => {
  const server = join(root, 'database');
  return {
    root,
    server,
    cluster: join(server, 'cluster'),
    startLog: join(server, 'start.log'),
    log: join(server, 'log'),
    password: join(root, 'database.password'),
    lock: join(root, 'database.lock'),
    users: join(root, 'database.users'),
  };
};

const locationFile = (dataDir: string) => join(dataDir, 'location');

/** A name that tells a person which checkout it is, and a hash that keeps two of the same name apart. */
function folderNameFor(dataDir: string) {
  const checkout = basename(dirname(dataDir)).replace(/[^\w.-]/g, '') || 'root';
  return `${checkout}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 10)}`;
}

/** Where the database of this data folder lies or would lie. Looks only, changes nothing. */
export function findHome(dataDir: string): Home {
  const wanted = resolve(dataDir);
  const record = locationFile(wanted);
  return layout(existsSync(record) ? readFileSync(record, 'utf8').trim() : wanted);
}

function makeServerFolder(home: Home, user: DatabaseUser) {
  mkdirSync(home.root, { recursive: true, mode: 0o755 });
  mkdirSync(home.users, { recursive: true, mode: 0o700 });
  mkdirSync(home.server, { recursive: true, mode: 0o700 });
  for (const folder of [home.root, home.users]) accessSync(folder, constants.W_OK | constants.X_OK);
  if (user.uid === undefined) return;
  chmodSync(home.server, 0o700);
  chownSync(home.server, user.uid, user.gid!);
}

/**
 * Makes the folders of a database, and moves them to `SHARED_ROOT` when the database user cannot reach `dataDir`. A move
 * is recorded in `dataDir/location` and holds from then on, so that a later change of modes cannot start an empty twin.
 * @param say told in one sentence when the data lies elsewhere than asked for.
 * @throws EmbeddedPostgresError when the folder cannot be written or its disk is nearly full.
 */
export function prepareHome(dataDir: string, user: DatabaseUser, say: (sentence: string) => void): Home {
  let home = findHome(dataDir);
  try {
    makeServerFolder(home, user);
    if (home.root === resolve(dataDir) && !canUseFolder(home.server, user)) {
      home = layout(join(SHARED_ROOT, folderNameFor(home.root)));
      makeServerFolder(home, user);
      writeFileSync(locationFile(resolve(dataDir)), `${home.root}\n`);
    }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The data folder ${home.root} cannot be written by this user (${(cause as NodeJS.ErrnoException).code}): start as the user who created it, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
  if (home.root !== resolve(dataDir))
    say(
      `The database lies in ${home.root}: user "${user.name}", as whom it runs, cannot reach ${resolve(dataDir)}.`,
    );
  const { bavail, bsize } = statfsSync(home.server);
  if (bavail * bsize < LEAST_FREE_BYTES) {
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    throw new EmbeddedPostgresError(
      `The disk of ${home.root} is full (${free} MB free, at least ${LEAST_FREE_BYTES / 1024 / 1024} MB needed): make room, or set DATA_DIR to a folder on another disk.`,
    );
  }
  return home;
}
