import type { Command } from 'commander';
import { emptyCommunity } from '@kundig/composition/server';
import { PageInvalidation } from '@kundig/platform/server';
import { assertOnlyDemo, loadDemo } from '@kundig/seed/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';

/** Fills a community with content to look at. */
export function demoCommands(program: Command, kundig: Kundig): void {
  const demo = program.command('demo').description('fill a community with content to look at');
  demo
    .command('load')
    .description('load the demo; what is there of it stays, what is missing is added')
    .option('--force', 'also beside boards of your own', false)
    .action(({ force }: { force: boolean }) =>
      kundig.withCommunity(({ context }) =>
        loadDemo(context, { force, log: (line) => kundig.terminal.line(line) }),
      ),
    );
  demo
    .command('reset')
    .description('remove EVERYTHING that was written, then load the demo anew')
    .option('--yes', 'really', false)
    .action(({ yes }: { yes: boolean }) => reset(kundig, yes));
}

async function reset(kundig: Kundig, yes: boolean): Promise<void> {
  if (!yes)
    throw new Refusal(
      'This removes all accounts, threads and settings: say "kundig demo reset --yes" if you mean it.',
    );
  await kundig.withCommunity(async ({ database, context, services, ctx }) => {
    await assertOnlyDemo(context);
    await emptyCommunity(database);
    await services(PageInvalidation).drop(ctx, 'everything');
    await loadDemo(context, { log: (line) => kundig.terminal.line(line) });
  });
}
