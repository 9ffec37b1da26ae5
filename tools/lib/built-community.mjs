import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { inRoot } from './paths.mjs';

const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 20_000;
const POLL_MS = 250;
const LAST_WORDS = 4_000;

/**
 * Starts the built community in a process of its own, on an embedded database of its own.
 * @param {string} folder for its data, keys and log; made readable for the database's account, removed by `stop`
 * @param {{ environment?: Record<string, string>, args?: string[] }} [options] beyond the usual
 * @returns {Promise<{ baseUrl: string, dataDir: string, keysDir: string, log: string, stop(): Promise<void> }>} once it
 *   answers; `stop` ends it as Ctrl-C would
 * @throws Error with the end of its log when it does not start; `stop` throws one when it died meanwhile or would not end
 */
export async function startBuiltCommunity(folder, { environment = {}, args = [] } = {}) {
  const server = inRoot('dist', 'server', 'api.js');
  if (!existsSync(server)) throw new Error('Nothing is built: run "npm run build" first.');
  chmodSync(folder, 0o755); // as root the database runs as another user, who must get in
  const log = join(folder, 'server.log');
  const dataDir = join(folder, 'data');
  const keysDir = join(folder, 'keys');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const output = openSync(log, 'w');
  const { DATABASE_URL: _unused, ...inherited } = process.env; // it is written to: never a database found lying about
  const child = spawn(
    process.execPath,
    ['--title=kundig-under-test', '--enable-source-maps', server, ...args],
    {
      cwd: inRoot(),
      env: {
        ...inherited,
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        BASE_URL: baseUrl,
        DATA_DIR: dataDir,
        KEYS_DIR: keysDir,
        ...environment,
      },
      stdio: ['ignore', output, output],
    },
  );
  const stop = async () => {
    const problem = await end(child);
    const lastWords = readFileSync(log, 'utf8').slice(-LAST_WORDS);
    rmSync(folder, { recursive: true, force: true });
    if (problem) throw new Error(`The community ${problem}; it said:\n${lastWords}`);
  };
  if (!(await answers(baseUrl, child))) {
    await stop();
    throw new Error(`The community did not answer within ${START_TIMEOUT_MS / 1000} seconds.`);
  }
  return { baseUrl, dataDir, keysDir, log, stop };
}

const isGone = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

async function answers(baseUrl, child) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && !isGone(child)) {
    const response = await fetch(baseUrl).catch(() => undefined);
    if (response && response.status < 500) return true;
    await pause(POLL_MS);
  }
  return false;
}

/** @returns what was wrong, or nothing */
async function end(child) {
  if (isGone(child)) return `ended by itself (${child.exitCode ?? child.signalCode})`;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  if (await Promise.race([gone, pause(STOP_TIMEOUT_MS, false)])) return undefined;
  child.kill('SIGKILL');
  return `did not stop within ${STOP_TIMEOUT_MS / 1000} seconds`;
}
