import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { KeyRing } from '@kundig/platform/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';

/** Looks after the keys. */
export function keysCommands(program: Command, kundig: Kundig): void {
  program
    .command('keys')
    .description('look after the keys')
    .command('verify')
    .description('check that the keys are whole and are those of this database')
    .action(() => verify(kundig));
}

async function verify(kundig: Kundig): Promise<void> {
  const { keysDir } = kundig.environment;
  if (!existsSync(join(keysDir, 'keys.json')))
    throw new Refusal(`There are no keys in ${keysDir}; the first start makes them. Look at KEYS_DIR.`);
  const { currentVersion, versions } = openRing(keysDir);
  // Both roles sign in with passwords that follow from the keys, and migrating refuses other keys: connecting is the proof.
  await kundig.withCommunity(async () => undefined);
  kundig.terminal.line(
    `The keys in ${keysDir} are whole: ${versions.length} version(s), ${currentVersion} in use; both database roles accept them.`,
  );
}

function openRing(keysDir: string): KeyRing {
  try {
    return KeyRing.open(keysDir);
  } catch (error) {
    throw new Refusal(`The keys cannot be used: ${(error as Error).message}. Put back a copy of them.`);
  }
}
