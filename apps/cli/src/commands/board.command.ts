import type { Command } from 'commander';
import { BoardRepository, type Board } from '@kundig/forum/server';
import { boardWithSlug, saveBoard, type SeedBoard } from '@kundig/seed/server';
import type { Kundig, OpenCommunity } from '../community.js';
import { longText, rank, shortText, slug } from './arguments.js';
import { table } from './table.js';

interface CreateOptions {
  readonly nameDe: string;
  readonly nameEn: string;
  readonly descriptionDe: string;
  readonly descriptionEn: string;
  readonly parent?: string;
  readonly rank: number;
  readonly group?: string;
  readonly announced: boolean;
  readonly membersOnly: boolean;
  readonly staffOpens: boolean;
}

/** Makes and lists boards. */
export function boardCommands(program: Command, kundig: Kundig): void {
  const board = program.command('board').description('make and list boards');
  board
    .command('create')
    .description('make a board; one that has the slug already stays as it is')
    .argument('<slug>', 'its name in addresses', slug)
    .requiredOption('--name-de <text>', 'German name', shortText)
    .requiredOption('--name-en <text>', 'English name', shortText)
    .requiredOption('--description-de <text>', 'what belongs here, in German', longText)
    .requiredOption('--description-en <text>', 'what belongs here, in English', longText)
    .option('--parent <slug>', 'board above it', slug)
    .option('--rank <number>', 'place among its siblings', rank, 0)
    .option('--members-only', 'only who is signed in reads it', false)
    .option('--group <slug>', 'only members of this closed group read it', slug)
    .option('--announced', 'others learn that the group board exists', false)
    .option('--staff-opens', 'only staff begins threads', false)
    .action((name: string, options: CreateOptions) => create(kundig, name, options));
  board
    .command('list')
    .description('list all boards')
    .action(() => list(kundig));
}

function create(kundig: Kundig, name: string, options: CreateOptions): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }) => {
    const parent = options.parent ? await boardWithSlug(services, ctx, options.parent) : null;
    const board = seedOf(name, options);
    const { publicId } = await saveBoard(services, ctx, board, {
      parentId: parent?.id ?? null,
      rank: options.rank,
    });
    kundig.terminal.line(`The board ${name} is at ${kundig.environment.baseUrl}/b/${name}/${publicId}`);
  });
}

function seedOf(name: string, options: CreateOptions): SeedBoard {
  const visibility = options.group ? 'group' : options.membersOnly ? 'members' : 'public';
  return {
    slug: name,
    name: { de: options.nameDe, en: options.nameEn },
    description: { de: options.descriptionDe, en: options.descriptionEn },
    visibility,
    group: options.group,
    groupVisibility: options.group === undefined ? undefined : options.announced ? 'announced' : 'hidden',
    opening: options.staffOpens ? 'staff' : 'members',
  };
}

function list(kundig: Kundig): Promise<void> {
  return kundig.withCommunity(async ({ services, ctx }: OpenCommunity) => {
    const boards = (await services(BoardRepository).known(ctx)).map(({ board }) => board);
    const rows = inTreeOrder(boards, null).map(({ board, depth }) => [
      `${'  '.repeat(depth)}${board.slug}`,
      board.nameDe,
      board.nameEn,
      board.visibility,
      String(board.threadCount),
    ]);
    table(['slug', 'German name', 'English name', 'read by', 'threads'], rows).forEach((line) =>
      kundig.terminal.line(line),
    );
  });
}

function inTreeOrder(
  boards: readonly Board[],
  parentId: string | null,
  depth = 0,
): { board: Board; depth: number }[] {
  return boards
    .filter((board) => board.parentId === parentId)
    .flatMap((board) => [{ board, depth }, ...inTreeOrder(boards, board.id, depth + 1)]);
}
