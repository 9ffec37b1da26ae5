import type { Command } from 'commander';
import { readStructure, seedStructure } from '@kundig/seed/server';
import type { Kundig } from '../community.js';

/** Makes boards, groups and roles as a file says. */
export function seedCommand(program: Command, kundig: Kundig): void {
  program
    .command('seed')
    .description('make boards, groups and roles as a JSON file says; what is there stays')
    .argument('<file>', 'such as docs/seed.example.json')
    .action(async (file: string) => {
      const structure = await readStructure(file);
      await kundig.withCommunity(({ services, ctx }) => seedStructure(services, ctx, structure));
      const { boards, groups, roles } = structure;
      const count = boards.reduce((sum, { children }) => sum + 1 + children.length, 0);
      kundig.terminal.line(
        `${count} board(s), ${groups.length} group(s), ${roles.length} role(s) are there.`,
      );
    });
}
