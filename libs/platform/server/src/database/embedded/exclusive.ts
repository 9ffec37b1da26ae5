import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';

/** Longer than any start: crash recovery of a large database may take minutes. */
const PATIENCE_MS = 5 * 60_000;
const POLL_MS = 50;
/** Breaking a dead process's lock takes microseconds; an older mark was left by a process killed right then. */
const BREAK_MARK_MAX_AGE_MS = 10_000;

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM'); // it lives, but belongs to someone else
  }
}

/** Creates the file with its content in one step, so that no reader ever sees it empty. False when it exists. */
export function createWhole(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined; // released in this moment
  }
}

/** Removes a dead holder's lock. Only one process may do so at a time, or the second would remove a new holder's. */
function breakIfDead(lock: string) {
  const mark = `${lock}.break`;
  if (!createWhole(mark, '')) {
    const age = Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > BREAK_MARK_MAX_AGE_MS) rmSync(mark, { force: true });
    return;
  }
  try {
    const holder = holderOf(lock);
    if (holder !== undefined && !isAlive(holder)) rmSync(lock, { force: true });
  } finally {
    rmSync(mark, { force: true });
  }
}

/**
 * Runs the work while no other process of this machine runs work under the same lock. A lock whose process died is taken over.
 * @throws EmbeddedPostgresError when another process holds it for five minutes.
 */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!createWhole(lock, String(process.pid))) {
    const holder = holderOf(lock);
    if (holder !== undefined && !isAlive(holder)) breakIfDead(lock);
    else if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `Process ${holder} has been starting or stopping the database for five minutes: end it, then try again.`,
      );
    } else await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Notes that this process uses the server.
 * @param folder one file per use; the name tells the process.
 * @returns ends the use, forgets those of processes that died, and tells whether another one still goes on.
 */
export function takeLease(folder: string): () => boolean {
  const own = join(folder, `${process.pid}.${randomUUID()}`);
  writeFileSync(own, '');
  return () => {
    rmSync(own, { force: true });
    const others = readdirSync(folder).filter((name) => {
      if (isAlive(Number(name.split('.')[0]))) return true;
      rmSync(join(folder, name), { force: true });
      return false;
    });
    return others.length > 0;
  };
}
