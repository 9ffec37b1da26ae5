/** `push` for the few minutes of every push; `full` for a night. */
export const SECURITY_SIZE: 'push' | 'full' = process.env.SECURITY_SIZE === 'full' ? 'full' : 'push';

/** @returns how much of something the run does */
export const sized = (push: number, full: number): number => (SECURITY_SIZE === 'full' ? full : push);

/** Runs `work` on all items, some at a time; the answers are in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  atOnce = 8,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return results;
}
