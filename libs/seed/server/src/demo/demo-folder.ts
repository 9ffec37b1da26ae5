import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join('libs', 'seed', 'server', 'demo');

/**
 * The content lies in the checkout and is not bundled; the bundle lies in the checkout, too.
 * @param from folder of the running program
 * @returns folder of the demo content
 * @throws Error when it was left out
 */
export function demoFolder(from: string = import.meta.dirname): string {
  const found = join(from, FOLDER);
  if (existsSync(found)) return found;
  const parent = dirname(from);
  if (parent === from) throw new Error(`The demo content is missing: there is no ${FOLDER}.`);
  return demoFolder(parent);
}
