import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import Runtime from 'jest-runtime';

/** Loads packages and product once, and test files with what supports them anew for each file. */
class WorkerRuntime extends Runtime {
  /** Ends a test file: its replacements, its modules and the framework that ran it go, everything else stays loaded. */
  teardown() {
    this.restoreAllMocks();
    this.mockState.clear();
    this.registries.getInternalCjsRegistry().clear();
    const modules = this.registries.getActiveEsmRegistry();
    for (const [name, { status }] of modules) {
      if (status === 'errored' || this.belongsToTests(name)) modules.delete(name); // the next file meets the error itself
    }
    this.enterTestCode(); // the next file may import while it loads
  }

  /** @param {string} name of a loaded module: an address, a module of Node, or the test functions one module imports */
  belongsToTests(name) {
    if (name.startsWith('@jest/globals/')) return true;
    if (!name.startsWith('file:')) return false;
    const path = fileURLToPath(name);
    return path.startsWith(join(this._config.rootDir, 'tests') + sep) || path.endsWith('spec.ts');
  }
}

/** Jest's module loader, made once per environment; Jest makes one for each test file and calls this as a class. */
export default function workerRuntime(config, environment, ...others) {
  return (environment.runtime ??= new WorkerRuntime(config, environment, ...others));
}
