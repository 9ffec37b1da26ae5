import { createInterface } from 'node:readline/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { isEmpty, loadDemo, SeedRefused } from '@kundig/seed/server';
import type { StartOptions } from './start.js';

/** How long a start waits for somebody at the terminal, who may have gone for a coffee. */
const PATIENCE_MS = 30_000;

/** Loads the demo where it was asked for, and offers it at a terminal while the community is empty. */
export async function offerDemo(context: INestApplicationContext, options: StartOptions): Promise<void> {
  if (!options.demo && !(await wantsDemo(context))) return;
  try {
    await loadDemo(context, options);
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error;
    options.log(error.message); // a community of one's own starts all the same
  }
}

async function wantsDemo(context: INestApplicationContext): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || !(await isEmpty(context))) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const brokenOff = new AbortController();
  terminal.once('SIGINT', () => {
    brokenOff.abort();
    process.kill(process.pid, 'SIGINT'); // the terminal keeps Ctrl-C to itself
  });
  try {
    const answer = await terminal.question('The community is empty. Load demo content to look at? [y/N] ', {
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), brokenOff.signal]),
    });
    return /^(y|j)/i.test(answer.trim());
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    process.stdout.write('\n');
    return false;
  } finally {
    terminal.close();
  }
}
