import { existsSync } from 'node:fs';
import { prepareBinaries } from './embedded/binaries.js';
import {
  ensureDatabase,
  initialise,
  ownerUrl,
  runningPort,
  startServer,
  stopServer,
  type Cluster,
} from './embedded/cluster.js';
import { chooseDatabaseUser } from './embedded/database-user.js';
import { exclusively, takeLease } from './embedded/exclusive.js';
import { findHome, prepareHome, SHARED_ROOT } from './embedded/home.js';
import type { Settings } from './embedded/settings.js';

export { EmbeddedPostgresError } from './embedded/embedded-postgres.error.js';
export { THROW_AWAY } from './embedded/settings.js';

const DATABASE = 'kundig';

/** What to start. */
export interface EmbeddedPostgresOptions {
  /** The community's data folder, such as `./data`; made when absent. */
  readonly dataDir: string;
  /** Told in whole sentences what the operator should know. */
  readonly log: (sentence: string) => void;
  /** PostgreSQL settings beyond the usual ones. An adopted server keeps those it was started with. */
  readonly settings?: Settings;
}

/** A running server. */
export interface EmbeddedPostgres {
  /** Owner connection to the database `kundig`: for migrations. */
  readonly url: string;
  /** Where the data lies: `dataDir`, or where it had to move. */
  readonly dataDir: string;
  /** Ends this use; the server itself ends with its last user. May be called repeatedly. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Kundig, or joins the one that already serves this data folder: that of another
 * process, or one whose process was killed. Works as root too, where the server runs as an unprivileged account.
 * No signal handler is installed; who starts it stops it.
 * @throws EmbeddedPostgresError with one sentence for the operator.
 */
export async function startEmbeddedPostgres({
  dataDir,
  log,
  settings = {},
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = chooseDatabaseUser(findHome(dataDir).server);
  const home = prepareHome(dataDir, user, log);
  return exclusively(home.lock, async () => {
    const cluster: Cluster = { home, user, binaries: await prepareBinaries(user, SHARED_ROOT), settings };
    await initialise(cluster);
    const port = (await runningPort(home)) ?? (await startServer(cluster));
    await ensureDatabase(home, port, DATABASE);
    return { url: ownerUrl(home, port, DATABASE), dataDir: home.root, stop: stopOnce(cluster) };
  });
}

/** @returns whether this data folder has a database already; changes nothing */
export const embeddedPostgresExists = (dataDir: string): boolean => existsSync(findHome(dataDir).cluster);

function stopOnce(cluster: Cluster): () => Promise<void> {
  const release = takeLease(cluster.home.users);
  let stopping: Promise<void> | undefined;
  return () =>
    (stopping ??= exclusively(cluster.home.lock, async () => {
      if (!release()) await stopServer(cluster);
    }));
}
