/** Whole seconds, or tenths below ten. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}

/**
 * Does one step of a launch and shows a line for it, with the seconds it took.
 * @template T
 * @param {string} label such as "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const from = performance.now();
  process.stdout.write(`${label} …`);
  try {
    const result = await work();
    process.stdout.write(` ${seconds(performance.now() - from)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(` failed after ${seconds(performance.now() - from)}\n`);
    throw error;
  }
}
