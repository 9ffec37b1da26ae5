import type { Command } from 'commander';
import { RecountForumService } from '@kundig/forum/server';
import type { Kundig } from '../community.js';

/** Looks after boards and threads. */
export function forumCommands(program: Command, kundig: Kundig): void {
  program
    .command('forum')
    .description('look after boards and threads')
    .command('recount')
    .description('compare the counters of threads and boards with what they count, and put them right')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        const { threads, boards, sameProblems } = await services(RecountForumService).execute(ctx);
        kundig.terminal.line(`${threads} thread(s) and ${boards.length} board(s) were wrong.`);
        if (sameProblems > 0)
          kundig.terminal.line(`${sameProblems} number(s) of people with the same problem were wrong.`);
        if (boards.length > 0) kundig.terminal.line(`Boards: ${boards.join(', ')}`);
      }),
    );
}
