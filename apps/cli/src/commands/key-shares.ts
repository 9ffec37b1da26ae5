import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing, joinShares, SHARES, shareSecret } from '@kundig/platform/server';
import { Refusal } from '../refusal.js';
import type { Terminal } from '../terminal.js';

/**
 * Splits the keys as they are now, and hands the shares out: into a file each, or to the terminal once.
 * @param folder made where there is none; null for the terminal
 */
export async function handOutShares(
  terminal: Terminal,
  keysDir: string,
  folder: string | null,
): Promise<void> {
  const shares = await shareSecret(KeyRing.export(keysDir));
  if (folder === null) shares.forEach((share) => terminal.line(share));
  else await Promise.all(shares.map((share, index) => keep(folder, index + 1, share)));
  terminal.line(
    `${folder === null ? 'Above are' : `In ${folder} are`} ${SHARES.made} shares of the keys. Give each to another person, ` +
      `apart from backups, and keep none here: any ${SHARES.needed} give the keys back, and open who wrote anonymously to whoever ` +
      'also has the database. They hold the keys of today: make new ones after each rotation.',
  );
}

/**
 * Writes the file of keys anew from two shares.
 * @param paths files with a share each
 */
export async function putBackKeys(keysDir: string, paths: readonly [string, string]): Promise<void> {
  const [first, second] = await Promise.all(paths.map(textOf));
  KeyRing.restore(keysDir, await joinShares([first!, second!]));
}

async function keep(folder: string, number: number, share: string): Promise<void> {
  const path = join(folder, `share-${number}.txt`);
  const heading = `Share ${number} of ${SHARES.made}: any ${SHARES.needed} give the keys back (kundig keys recover).`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, `${heading}\n${share}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Refusal(
      `${path} is there already: name another folder. The keys are set up; "kundig keys share" makes the shares.`,
    );
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal(`The file ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
