import type { Command } from 'commander';
import { migrate } from '@kundig/composition/server';
import type { Kundig } from '../community.js';

/** Brings the database to the structure of this release. */
export function migrateCommand(program: Command, kundig: Kundig): void {
  program
    .command('migrate')
    .description('bring the database to the structure of this release; safe to repeat')
    .action(() =>
      kundig.withDatabase(async (database) => {
        const ran = await migrate({
          ...database,
          onStep: (name) => kundig.terminal.line(`migrated ${name}`),
        });
        kundig.terminal.line(
          ran.length === 0 ? 'The database is up to date.' : `${ran.length} migration(s) ran.`,
        );
      }),
    );
}
