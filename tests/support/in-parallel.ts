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

/** Four times what the database does at once in a test: each of a storm waits, and none so long that it is given up. */
const AT_ONCE_IN_A_STORM = 40;

/** Runs `work` very often, as much at once as a busy machine still answers. */
export const storm = (times: number, work: (index: number) => Promise<unknown>): Promise<unknown> =>
  inParallel(Array.from({ length: times }), (_, index) => work(index), AT_ONCE_IN_A_STORM);
