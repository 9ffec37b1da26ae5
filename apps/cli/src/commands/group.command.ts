import type { Command } from 'commander';
import { GroupRepository } from '@kundig/groups/server';
import { Clock, Randomness } from '@kundig/platform/server';
import { groupWithSlug, memberNamed } from '@kundig/seed/server';
import type { Kundig } from '../community.js';
import { shortText, slug } from './arguments.js';
import { table } from './table.js';

/** Makes closed groups and says who belongs to them. */
export function groupCommands(program: Command, kundig: Kundig): void {
  const group = program.command('group').description('make closed groups and say who belongs to them');
  group
    .command('create')
    .description('make a closed group, or rename the one that has the slug')
    .argument('<slug>', 'its short name', slug)
    .requiredOption('--name-de <text>', 'German name', shortText)
    .requiredOption('--name-en <text>', 'English name', shortText)
    .action((name: string, { nameDe, nameEn }: { nameDe: string; nameEn: string }) =>
      kundig.withCommunity(async ({ services, ctx }) => {
        const id = services(Randomness).uuid();
        await services(GroupRepository).save(ctx, { id, slug: name, nameDe, nameEn }, services(Clock).now());
        kundig.terminal.line(`The group ${name} is there.`);
      }),
    );
  const membership = (verb: 'add' | 'remove', description: string, done: string): void => {
    group
      .command(verb)
      .description(description)
      .argument('<slug>', 'short name of the group', slug)
      .argument('<nickname>', 'member', shortText)
      .action((name: string, nickname: string) =>
        kundig.withCommunity(async ({ services, ctx }) => {
          const groupId = await groupWithSlug(services, ctx, name);
          const memberId = await memberNamed(services, ctx, nickname);
          const groups = services(GroupRepository);
          if (verb === 'add') await groups.addMember(ctx, groupId, memberId, services(Clock).now());
          else await groups.removeMember(ctx, groupId, memberId);
          kundig.terminal.line(`${nickname} ${done} ${name}.`);
        }),
      );
  };
  membership('add', 'let a member into a group', 'is in');
  membership('remove', 'take a member out of a group', 'is not in');
  group
    .command('list')
    .description('list all groups')
    .action(() =>
      kundig.withCommunity(async ({ services, ctx }) => {
        const groups = await services(GroupRepository).all(ctx);
        const rows = groups.map((one) => [one.slug, one.nameDe, one.nameEn, String(one.memberCount)]);
        table(['slug', 'German name', 'English name', 'members'], rows).forEach((line) =>
          kundig.terminal.line(line),
        );
      }),
    );
}
