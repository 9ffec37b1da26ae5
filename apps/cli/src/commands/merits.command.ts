import type { Command } from 'commander';
import { RollUpCreditsService } from '@kundig/merits/server';
import type { Kundig } from '../community.js';

/** Looks after rankings. */
export function meritsCommands(program: Command, kundig: Kundig): void {
  program
    .command('merits')
    .description('look after rankings')
    .command('recount')
    .description('compare the rolled-up kudos and solutions with what they count, and put them right')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        kundig.terminal.line(`${await services(RollUpCreditsService).recount(ctx)} day(s) were wrong.`);
      }),
    );
}
