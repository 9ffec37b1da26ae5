import type { Command } from 'commander';
import { RecountKudos } from '@kundig/kudos/server';
import type { Kundig } from '../community.js';

/** Looks after kudos. */
export function kudosCommands(program: Command, kundig: Kundig): void {
  program
    .command('kudos')
    .description('look after kudos')
    .command('recount')
    .description('compare the counters with the kudos given, and put them right')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        kundig.terminal.line(`${await services(RecountKudos).execute(ctx)} counter(s) were wrong.`);
      }),
    );
}
