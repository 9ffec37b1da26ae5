import type { Command } from 'commander';
import { ExportFaq } from '@kundig/faq/server';
import type { Kundig } from '../community.js';
import type { Progress } from '../terminal.js';

/** Hands out the FAQ. */
export function faqCommands(program: Command, kundig: Kundig): void {
  program
    .command('faq')
    .description('hand out the FAQ')
    .command('export')
    .description('write all released entries as JSON-LD, HTML, Markdown and CSV below the data folder')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        const exporter = services(ExportFaq);
        let progress: Progress | undefined;
        const { entryCount, files } = await exporter.execute(ctx, {
          onProgress: ({ done, total }) =>
            (progress ??= kundig.terminal.progress('Writing files', total)).update(done),
        });
        progress?.stop();
        kundig.terminal.line(
          `${entryCount} entries in ${files.length} files are in ${exporter.currentFolder}`,
        );
      }),
    );
}
