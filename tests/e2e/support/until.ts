import { setTimeout as pause } from 'node:timers/promises';

/** How long something that a job does may take to be seen. */
const PATIENCE_MS = 20_000;
const POLL_MS = 100;

/**
 * Asks again until there is an answer.
 * @param what is waited for, in words
 * @throws Error naming it when it does not come in time
 */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await pause(POLL_MS);
  }
}
