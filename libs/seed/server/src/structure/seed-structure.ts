import { BoardRepository, CreateBoardService, type Board } from '@kundig/forum/server';
import { GroupRepository } from '@kundig/groups/server';
import { Clock, Randomness, type RequestContext } from '@kundig/platform/server';
import { MemberDesk } from '@kundig/pseudonyms/server';
import type { Services } from '../services.js';
import {
  SeedRefused,
  type SeedBoard,
  type SeedGrant,
  type SeedGroup,
  type Structure,
} from './structure-file.js';

/**
 * Makes groups, boards and grants. What exists already stays as it is, except that groups are renamed and gain members.
 * @throws SeedRefused when it names a group, member or board that there is none of
 */
export async function seedStructure(
  services: Services,
  ctx: RequestContext,
  { groups, boards, roles }: Structure,
): Promise<void> {
  for (const group of groups) await saveGroup(services, ctx, group);
  for (const [rank, { children, ...parent }] of boards.entries()) {
    const { id } = await saveBoard(services, ctx, parent, { parentId: null, rank });
    for (const [childRank, child] of children.entries())
      await saveBoard(services, ctx, child, { parentId: id, rank: childRank });
  }
  for (const grant of roles) await saveGrant(services, ctx, grant);
}

async function saveGroup(services: Services, ctx: RequestContext, group: SeedGroup): Promise<void> {
  const groups = services(GroupRepository);
  const now = services(Clock).now();
  const { slug, name, members } = group;
  const id = await groups.save(
    ctx,
    { id: services(Randomness).uuid(), slug, nameDe: name.de, nameEn: name.en },
    now,
  );
  for (const nickname of members)
    await groups.addMember(ctx, id, await memberNamed(services, ctx, nickname), now);
}

/**
 * @param place where it stands among the others
 * @returns the board, as it was where the slug is taken already
 */
export async function saveBoard(
  services: Services,
  ctx: RequestContext,
  board: SeedBoard,
  place: { readonly parentId: string | null; readonly rank: number },
): Promise<Board> {
  const closed = board.visibility === 'group';
  if (closed !== (board.group !== undefined))
    throw new SeedRefused(
      `The board ${board.slug} must name a group exactly when its visibility is "group".`,
    );
  const group = board.group === undefined ? null : await groupWithSlug(services, ctx, board.group);
  return services(CreateBoardService).execute(ctx, {
    slug: board.slug,
    ...place,
    nameDe: board.name.de,
    nameEn: board.name.en,
    descriptionDe: board.description.de,
    descriptionEn: board.description.en,
    visibility: board.visibility,
    groupId: group,
    announced: board.groupVisibility === 'announced',
    posting: board.opening,
  });
}

async function saveGrant(services: Services, ctx: RequestContext, grant: SeedGrant): Promise<void> {
  const memberId = await memberNamed(services, ctx, grant.nickname);
  const boardId = grant.board === undefined ? null : (await boardWithSlug(services, ctx, grant.board)).id;
  await services(GroupRepository).grant(ctx, memberId, grant.role, boardId, services(Clock).now());
}

/** @throws SeedRefused */
export async function memberNamed(
  services: Services,
  ctx: RequestContext,
  nickname: string,
): Promise<string> {
  const id = await services(MemberDesk).idOf(ctx, nickname);
  if (id === null) throw new SeedRefused(`There is no member called ${nickname}.`);
  return id;
}

/** @throws SeedRefused */
export async function boardWithSlug(services: Services, ctx: RequestContext, slug: string): Promise<Board> {
  const board = await services(BoardRepository).findBySlug(ctx, slug);
  if (!board)
    throw new SeedRefused(`There is no board with the slug ${slug}; "kundig board list" shows all of them.`);
  return board;
}

/** @returns key of the group. @throws SeedRefused */
export async function groupWithSlug(services: Services, ctx: RequestContext, slug: string): Promise<string> {
  const group = await services(GroupRepository).findBySlug(ctx, slug);
  if (!group)
    throw new SeedRefused(`There is no group with the slug ${slug}; "kundig group list" shows all of them.`);
  return group.id;
}
