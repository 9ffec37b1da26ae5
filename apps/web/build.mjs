import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

// Browser and server bundle, and beside them the manifest of the operations the server will run.
const here = import.meta.dirname;
for (const side of ['client', 'ssr'])
  await build({ configFile: path.join(here, `vite.${side}.config.ts`), logLevel: 'warn' });
await copyFile(
  path.join(here, '../../libs/api-contract/src/generated/persisted-documents.json'),
  path.join(here, '../../dist/web/persisted-documents.json'),
);
