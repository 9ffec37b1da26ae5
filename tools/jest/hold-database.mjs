// A process that uses the embedded database until its standard input closes; tests start it, kill it and talk to it.
// Usage: node hold-database.mjs DATA_DIR
import { loadTypeScript } from '../lib/load-typescript.mjs';

const { startEmbeddedPostgres } = await loadTypeScript(
  'libs/platform/server/src/database/embedded-postgres.ts',
);
const tell = (message) => console.log(JSON.stringify(message));

try {
  const database = await startEmbeddedPostgres({
    dataDir: process.argv[2],
    log: (sentence) => tell({ sentence }),
  });
  tell({ url: database.url, dataDir: database.dataDir });
  process.stdin.resume().once('end', async () => {
    await database.stop();
    process.exit();
  });
} catch (error) {
  tell({ error: error.message });
  process.exit(1);
}
