import { Argument, type Command } from 'commander';
import { WithdrawRoleService } from '@kundig/administration/server';
import { BoardRepository } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { Clock, ROLES, type Role } from '@kundig/platform/server';
import { MemberLoader } from '@kundig/pseudonyms/server';
import { boardWithSlug, memberNamed } from '@kundig/seed/server';
import type { Kundig } from '../community.js';
import { shortText, slug } from './arguments.js';
import { table } from './table.js';

/** Says who may do what. */
export function roleCommands(program: Command, kundig: Kundig): void {
  const role = program.command('role').description('say who may do what');
  const change = (verb: 'grant' | 'revoke', description: string, done: string): void => {
    role
      .command(verb)
      .description(description)
      .argument('<nickname>', 'member', shortText)
      .addArgument(new Argument('<role>', 'role').choices(ROLES))
      .option('--board <slug>', 'for this board alone', slug)
      .action((nickname: string, name: Role, { board }: { board?: string }) =>
        kundig.withCommunity(async ({ services, ctx }) => {
          const memberId = await memberNamed(services, ctx, nickname);
          const boardId = board ? (await boardWithSlug(services, ctx, board)).id : null;
          if (verb === 'grant')
            await services(GroupRepository).grant(ctx, memberId, name, boardId, services(Clock).now());
          else await services(WithdrawRoleService).execute(ctx, { memberId, role: name, boardId });
          kundig.terminal.line(`${nickname} ${done} ${name} ${board ? `of ${board}` : 'everywhere'}.`);
        }),
      );
  };
  change('grant', 'give a member a role', 'is');
  change('revoke', 'take a role from a member; the last administrator stays one', 'is no longer');
  role
    .command('list')
    .description('list who holds which role')
    .action(() => list(kundig));
}

function list(kundig: Kundig): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const grants = await services(GroupRepository).grants(ctx);
    const members = await services(MemberLoader).loadMany(
      ctx,
      grants.map(({ memberId }) => memberId),
    );
    const boards = await services(BoardRepository).known(ctx);
    const rows = grants.map(({ role, boardId }, index) => [
      members[index]?.nickname ?? '(gone)',
      role,
      boardId === null
        ? 'everywhere'
        : (boards.find(({ board }) => board.id === boardId)?.board.slug ?? '(gone)'),
    ]);
    table(['member', 'role', 'where'], rows).forEach((line) => kundig.terminal.line(line));
  });
}
