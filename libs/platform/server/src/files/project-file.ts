import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder that holds the program: the checkout, or what an image has of it. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (dirname(folder) === folder) throw new Error('package.json of the program not found');
    folder = dirname(folder);
  }
  return folder;
}

/** @returns path of a file that belongs to the program, from sources and from the built bundle alike */
export const projectFile = (...parts: string[]): string => join(projectRoot(), ...parts);
