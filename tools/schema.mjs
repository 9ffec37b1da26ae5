// Prints the GraphQL schema and the access rules of the code as it is: npm run schema [-- --check]
import { mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTypeScript } from './lib/load-typescript.mjs';
import { inRoot } from './lib/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kundig-schema-'));
chmodSync(folder, 0o755);
process.env.KEYS_DIR = join(folder, 'keys');
const { startEmbeddedPostgres, THROW_AWAY } = await loadTypeScript('libs/platform/server/src/database/embedded-postgres.ts');
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined, settings: THROW_AWAY });
try {
  const { printContract } = await loadTypeScript('apps/api/src/print-contract.ts');
  const { schema, access } = await printContract(postgres.url);
  const files = {
    'libs/api-contract/schema.graphql': schema,
    'libs/api-contract/access.json': `${JSON.stringify(access, null, 2)}\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    if (!process.argv.includes('--check')) writeFileSync(inRoot(file), text);
    else if (readFileSync(inRoot(file), 'utf8') !== text) {
      console.error(`${file} differs from the code; run "npm run schema" and commit it.`);
      process.exitCode = 1;
    }
  }
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
