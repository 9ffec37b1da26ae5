import { rmSync } from 'node:fs';

/** Stops the run's PostgreSQL and removes its data; the first of several projects to come here does it. */
export default async function stopTestDatabase() {
  const database = globalThis.kundigTestDatabase;
  if (!database) return;
  delete globalThis.kundigTestDatabase;
  await database.stop();
  rmSync(database.dataDir, { recursive: true, force: true });
}
