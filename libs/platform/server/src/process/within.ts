/**
 * Waits for work that may hang, for so long and no longer; the work is not ended.
 * @param limitMs milliseconds
 * @returns whether it was done in time
 * @throws what the work throws in time
 */
export async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, limitMs, false)));
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
