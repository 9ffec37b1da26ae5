import type { Server } from 'node:http';
import { within } from '@kundig/platform/server';

/** How often connections are ended on which a request was answered meanwhile. */
const LOOK_MS = 50;

/**
 * Ends a listener without cutting anybody off: takes no new connection, ends the kept ones, and lets requests finish.
 * @param limitMs milliseconds after which what is still under way is cut off
 * @returns whether all requests had finished
 */
export async function drain(server: Server, limitMs: number): Promise<boolean> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const looking = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  try {
    const finished = await within(closed, limitMs);
    if (!finished) server.closeAllConnections();
    return finished;
  } finally {
    clearInterval(looking);
  }
}
