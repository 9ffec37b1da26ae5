import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { RevealLog } from '@kundig/identity/server';
import { AppDatabase, KeyRing, rememberKeys } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';
import { longText, minutes } from './arguments.js';
import { handOutShares, putBackKeys } from './key-shares.js';

/** Looks after the keys. */
export function keysCommands(program: Command, kundig: Kundig): void {
  const keys = program.command('keys').description('look after the keys');
  keys
    .command('verify')
    .description('check that the keys are whole and are those of this database')
    .action(() => verify(kundig));
  keys
    .command('rotate')
    .description(
      'add a key under which everything new is sealed, while the community runs; older ones still open',
    )
    .option('--in <minutes>', 'when it is used: by then every machine must have the file', minutes, 5)
    .action(({ in: wait }: { in: number }) => rotate(kundig, wait));
  shareCommands(keys, kundig);
}

function shareCommands(keys: Command, kundig: Kundig): void {
  const into = ['--into <folder>', 'write each share into a file there; to the terminal without it'] as const;
  keys
    .command('init')
    .description(
      'make the key for reveals, without which nobody learns who wrote anonymously, and three shares',
    )
    .option(...into, longText)
    .action(({ into: folder }: { into?: string }) => init(kundig, folder ?? null));
  keys
    .command('share')
    .description('make three new shares of the keys, any two of which give them back')
    .option(...into, longText)
    .action(({ into: folder }: { into?: string }) => share(kundig, folder ?? null));
  keys
    .command('recover')
    .description('write lost keys anew from two shares')
    .argument('<share>', 'file with a share', longText)
    .argument('<other>', 'file with another one of the same set', longText)
    .action((first: string, second: string) => recover(kundig, [first, second]));
}

async function init(kundig: Kundig, folder: string | null): Promise<void> {
  const { keysDir } = kundig.environment;
  const fresh = !existsSync(fileOf(keysDir));
  if (openRing(keysDir).opensPersonas)
    throw new Refusal(
      `The keys in ${keysDir} are set up. New shares of them come by "kundig keys share"; reveals are possible.`,
    );
  try {
    await kundig.withCommunity(async () => undefined); // never add to keys of another database
  } catch (error) {
    if (fresh) rmSync(fileOf(keysDir)); // where the right ones may be put back
    throw error;
  }
  KeyRing.addRevealKey(keysDir);
  await handOutShares(kundig.terminal, keysDir, folder);
  kundig.terminal.line(
    'Reveals are possible from now on. Copy keys.json to every other machine and to your copy of the keys.',
  );
}

async function share(kundig: Kundig, folder: string | null): Promise<void> {
  const { keysDir } = kundig.environment;
  assertKeys(keysDir);
  openRing(keysDir);
  await handOutShares(kundig.terminal, keysDir, folder);
}

async function recover(kundig: Kundig, paths: readonly [string, string]): Promise<void> {
  const { keysDir } = kundig.environment;
  await putBackKeys(keysDir, paths);
  kundig.terminal.line(
    `The keys are back in ${keysDir}. "kundig keys verify" tells whether they are those of the database.`,
  );
}

async function rotate(kundig: Kundig, wait: number): Promise<void> {
  const { keysDir } = kundig.environment;
  assertKeys(keysDir);
  openRing(keysDir);
  const from = new Date(Date.now() + wait * 60_000);
  // Connecting is the proof that these are the keys of the database; from now on it refuses them without the new one.
  const version = await kundig.withCommunity(async ({ services }) => {
    const added = KeyRing.rotate(keysDir, from);
    await rememberKeys(services(AppDatabase).dataSource, KeyRing.open(keysDir).fingerprints);
    return added;
  });
  kundig.terminal.line(
    `Version ${version} is in ${keysDir} and will be used from ${from.toISOString()} on. Running instances read it by themselves. ` +
      'Until then, copy keys.json to every other machine and to your copy of the keys; keep the older versions: they open what they sealed. ' +
      'Shares of the keys hold none of this version: "kundig keys share" makes new ones.',
  );
}

async function verify(kundig: Kundig): Promise<void> {
  const { keysDir } = kundig.environment;
  assertKeys(keysDir);
  const { currentVersion, versions, opensPersonas } = openRing(keysDir);
  // Both roles sign in with passwords that follow from the keys, and the database knows each of them: connecting is the proof.
  const brokenAt = await kundig.withCommunity(({ services, ctx }) =>
    opensPersonas ? services(RevealLog).firstBreak(ctx) : Promise.resolve(null),
  );
  if (brokenAt !== null)
    throw new Refusal(
      `The keys are whole, but entry ${brokenAt} of the log of reveals is not as it was written: somebody changed the database.`,
    );
  kundig.terminal.line(
    `The keys in ${keysDir} are whole: ${versions.length} version(s), ${currentVersion} in use; both database roles accept them. ` +
      `Reveals are ${opensPersonas ? 'possible, and their log is whole' : 'off: there is no key for them (kundig keys init)'}.`,
  );
}

function assertKeys(keysDir: string): void {
  if (!existsSync(fileOf(keysDir)))
    throw new Refusal(`There are no keys in ${keysDir}; the first start makes them. Look at KEYS_DIR.`);
}

const fileOf = (keysDir: string): string => join(keysDir, 'keys.json');

function openRing(keysDir: string): KeyRing {
  try {
    return KeyRing.open(keysDir);
  } catch (error) {
    throw new Refusal(`The keys cannot be used: ${(error as Error).message}. Put back a copy of them.`);
  }
}
