const BETWEEN_MS = 20;

/**
 * Asks again and again until the answer is there; for what other processes do at a time of their own.
 * @param find     gives undefined while it is not there
 * @param deadline in milliseconds
 * @throws Error naming what did not come
 */
export async function eventually<T>(
  what: string,
  find: () => Promise<T | undefined> | T | undefined,
  deadline: number,
): Promise<T> {
  const end = performance.now() + deadline;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`${what} did not come within ${deadline} ms`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
