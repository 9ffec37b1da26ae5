import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const STOP_TIMEOUT_MS = 20_000;

/**
 * Closes the browser, stops the community as Ctrl-C would, its database with it, and removes its data.
 * @throws Error with the end of its log when the community died during the tests, or would not stop
 */
export default async function stopCommunity() {
  const { child, folder, log, browser, database, mailbox } = globalThis.kundigCommunity ?? {};
  if (!folder) return;
  await browser?.close();
  const problem = child && (await stop(child));
  const lastWords = problem && readFileSync(log, 'utf8').slice(-4_000);
  await database?.stop();
  await mailbox?.close();
  rmSync(folder, { recursive: true, force: true });
  if (problem) throw new Error(`The community ${problem}; it said:\n${lastWords}`);
}

/** @returns what was wrong, or nothing */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null)
    return `ended by itself (${child.exitCode ?? child.signalCode})`;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  if (await Promise.race([gone, pause(STOP_TIMEOUT_MS, false)])) return undefined;
  child.kill('SIGKILL');
  return `did not stop within ${STOP_TIMEOUT_MS / 1000} seconds`;
}
