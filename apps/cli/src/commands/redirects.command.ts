import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import {
  ExportRedirectsService,
  ImportRedirectsService,
  REDIRECT_FAULTS,
  type RedirectFault,
} from '@kundig/importer/server';
import type { Kundig } from '../community.js';
import { Refusal } from '../refusal.js';

/** Bytes of one file. */
const LARGEST_FILE = 5 * 1024 * 1024;
/** Faults an operator reads; the rest is only counted. */
const MOST_FAULTS = 100;

interface ImportOptions {
  readonly replace: boolean;
  readonly preview: boolean;
}

/** Leads addresses of a former community to their new places. */
export function redirectsCommands(program: Command, kundig: Kundig): void {
  const { terminal } = kundig;
  const redirects = program
    .command('redirects')
    .description('lead addresses of a former community to their new places');
  redirects
    .command('import')
    .description('take a CSV file with the columns from and to, as a whole or not at all; safe to repeat')
    .argument(
      '<file>',
      'from: path with query; to: path here, or thread:, board:, article: or faq: with an id',
    )
    .option('--replace', 'remove what is not in the file', false)
    .option('--preview', 'only tell what would change', false)
    .action((file: string, { replace, preview }: ImportOptions) => {
      const csv = contentOf(file);
      return kundig.withCommunity(async ({ services, ctx }) => {
        const changes = await services(ImportRedirectsService).execute(ctx, { csv, replace, preview });
        const { faults, added, changed, removed, kept } = changes;
        for (const fault of faults.slice(0, MOST_FAULTS)) terminal.complain(sentence(file, fault));
        if (faults.length > 0)
          throw new Refusal(`Nothing was changed: ${faults.length} fault(s) in ${file}.`);
        terminal.line(
          `${preview ? 'It would be ' : ''}${added} added, ${changed} changed, ${removed} removed, ${kept} as before.`,
        );
      });
    });
  redirects
    .command('export')
    .description('print all redirects as CSV, with how often and on which day somebody last came by')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) =>
        terminal.line((await services(ExportRedirectsService).execute(ctx)).trimEnd()),
      ),
    );
}

function contentOf(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (!facts?.isFile()) throw new Refusal(`There is no file ${file}.`);
  if (facts.size > LARGEST_FILE) throw new Refusal(`${file} is larger than 5 MB.`);
  return readFileSync(file, 'utf8');
}

const sentence = (file: string, { line, column, code }: RedirectFault): string =>
  `${file}:${line}: ${column}: ${REDIRECT_FAULTS[code]}`;
