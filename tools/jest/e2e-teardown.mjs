import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Stops the community as Ctrl-C would, its database with it, and removes its data. */
export default async function stopCommunity() {
  const { child, folder } = globalThis.kundigCommunity ?? {};
  if (!child) return;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGINT');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
