import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './paths.mjs';

/**
 * Imports a TypeScript module of the workspace with everything it imports, without a build. What comes from
 * node_modules stays outside and is shared with the caller.
 * @param {string} path relative to the workspace, such as "libs/composition/server/src/index.ts"
 * @returns {Promise<any>} the module's exports
 */
export async function loadTypeScript(path) {
  const { module } = await runnerImport(join(root, path), {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  });
  return module;
}
