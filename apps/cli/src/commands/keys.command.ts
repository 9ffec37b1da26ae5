import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { KeyRing } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';
import { minutes } from './arguments.js';

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
}

async function rotate(kundig: Kundig, wait: number): Promise<void> {
  const { keysDir } = kundig.environment;
  assertKeys(keysDir);
  openRing(keysDir);
  await kundig.withCommunity(async () => undefined); // never add to keys of another database
  const from = new Date(Date.now() + wait * 60_000);
  const version = KeyRing.rotate(keysDir, from);
  kundig.terminal.line(
    `Version ${version} is in ${keysDir} and will be used from ${from.toISOString()} on. Running instances read it by themselves. ` +
      'Until then, copy keys.json to every other machine and to your copy of the keys; keep the older versions: they open what they sealed.',
  );
}

async function verify(kundig: Kundig): Promise<void> {
  const { keysDir } = kundig.environment;
  assertKeys(keysDir);
  const { currentVersion, versions } = openRing(keysDir);
  // Both roles sign in with passwords that follow from the keys, and migrating refuses other keys: connecting is the proof.
  await kundig.withCommunity(async () => undefined);
  kundig.terminal.line(
    `The keys in ${keysDir} are whole: ${versions.length} version(s), ${currentVersion} in use; both database roles accept them.`,
  );
}

function assertKeys(keysDir: string): void {
  if (!existsSync(join(keysDir, 'keys.json')))
    throw new Refusal(`There are no keys in ${keysDir}; the first start makes them. Look at KEYS_DIR.`);
}

function openRing(keysDir: string): KeyRing {
  try {
    return KeyRing.open(keysDir);
  } catch (error) {
    throw new Refusal(`The keys cannot be used: ${(error as Error).message}. Put back a copy of them.`);
  }
}
