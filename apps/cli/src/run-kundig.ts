import { operatorSentence } from '@kundig/platform/server';
import { Command, CommanderError } from 'commander';
import { accountCommands } from './commands/account.command.js';
import { adminCommands } from './commands/admin.command.js';
import { boardCommands } from './commands/board.command.js';
import { demoCommands } from './commands/demo.command.js';
import { doctorCommand } from './commands/doctor.command.js';
import { faqCommands } from './commands/faq.command.js';
import { forumCommands } from './commands/forum.command.js';
import { groupCommands } from './commands/group.command.js';
import { importCommands } from './commands/import.command.js';
import { keysCommands } from './commands/keys.command.js';
import { kudosCommands } from './commands/kudos.command.js';
import { meritsCommands } from './commands/merits.command.js';
import { migrateCommand } from './commands/migrate.command.js';
import { redirectsCommands } from './commands/redirects.command.js';
import { roleCommands } from './commands/role.command.js';
import { searchCommands } from './commands/search.command.js';
import { seedCommand } from './commands/seed.command.js';
import { Kundig } from './community.js';
import { ProcessTerminal, type Terminal } from './terminal.js';

/** What a shell learns from a command; `doctor` has its own. */
export const EXIT = { ok: 0, failed: 1, wrongUsage: 2 } as const;

/** In the order in which an operator needs them; `--help` shows them so. */
const NOUNS = [
  doctorCommand,
  migrateCommand,
  adminCommands,
  accountCommands,
  boardCommands,
  groupCommands,
  roleCommands,
  seedCommand,
  demoCommands,
  importCommands,
  redirectsCommands,
  searchCommands,
  faqCommands,
  forumCommands,
  kudosCommands,
  meritsCommands,
  keysCommands,
];

/** @returns every command, bound to the community it works on; without one only to be read */
export function kundigProgram(kundig: Kundig = new Kundig(new ProcessTerminal(), process.env)): Command {
  const { terminal } = kundig;
  const program = new Command('kundig')
    .description('Operates a Kundig community. Settings come from the environment, as for "npm start".')
    .exitOverride()
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => terminal.line(text.trimEnd()),
      writeErr: (text) => terminal.complain(text.trimEnd()),
    });
  for (const addTo of NOUNS) addTo(program, kundig);
  return program;
}

/**
 * Runs one command.
 * @param args what follows `kundig`
 * @returns exit code
 */
export async function runKundig(
  args: readonly string[],
  terminal: Terminal,
  variables: NodeJS.ProcessEnv,
): Promise<number> {
  const kundig = new Kundig(terminal, variables);
  try {
    await kundigProgram(kundig).parseAsync(args, { from: 'user' });
    return kundig.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUsage;
    terminal.complain(
      operatorSentence(error) ?? `This is a defect of Kundig: ${(error as Error).stack ?? String(error)}`,
    );
    return EXIT.failed;
  }
}
