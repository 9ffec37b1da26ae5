import { createHash } from 'node:crypto';

/** CPU milliseconds the loop takes on an undisturbed machine of the kind the targets were set for: two cores, Node 20. */
export const REFERENCE_LOOP_MS = 23;

/**
 * A fixed piece of work of the kind the server does (objects, JSON, strings, hashing). Machines differ and are noisy:
 * a figure divided by this loop's CPU time, taken in between, can be compared.
 * @returns {number} CPU milliseconds it took
 */
export function referenceLoop() {
  const begin = process.cpuUsage();
  let text = '';
  for (let round = 0; round < 120; round += 1) {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      id: index * round,
      name: `row ${index}`,
      tags: ['a', String(round)],
    }));
    const copy = JSON.parse(JSON.stringify(rows));
    text = createHash('sha256')
      .update(text)
      .update(JSON.stringify(copy.sort((a, b) => b.id - a.id)))
      .digest('hex');
  }
  const { user, system } = process.cpuUsage(begin);
  if (text.length !== 64) throw new Error('the loop was optimised away');
  return (user + system) / 1000;
}
