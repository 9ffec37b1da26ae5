import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/** A world that lasts as long as its worker: what one test file changes in it is undone before the next. */
class WorkerEnvironment extends NodeEnvironment {
  constructor(...args) {
    super(...args);
    this.globals = Object.getOwnPropertyDescriptors(this.global);
    this.variables = { ...this.global.process.env };
  }

  /**
   * Gives back clock, globals and variables of the environment as they were. Other names stay: the registries that
   * packages fill while they load. Under symbols Jest keeps the state of the file's tests.
   */
  async teardown() {
    this.fakeTimersModern.useRealTimers();
    for (const symbol of Object.getOwnPropertySymbols(this.global)) {
      if (!(symbol in this.globals)) Reflect.deleteProperty(this.global, symbol);
    }
    Object.defineProperties(this.global, this.globals);

    const { env } = this.global.process;
    for (const name of Object.keys(env)) delete env[name];
    Object.assign(env, this.variables);
  }
}

let kept;

/**
 * Jest's Node environment, made once per worker instead of once per test file (ADR 0010).
 * @param {import('@jest/environment').JestEnvironmentConfig} config
 * @param {import('@jest/environment').EnvironmentContext} context
 */
export default function workerEnvironment(config, context) {
  const { watch, watchAll } = config.globalConfig;
  if (watch || watchAll) return new WorkerEnvironment(config, context); // sources change while the worker lives
  return (kept ??= new WorkerEnvironment(config, context));
}
