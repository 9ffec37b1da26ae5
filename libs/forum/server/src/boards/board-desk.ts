import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conflict,
  InvalidInput,
  NotFound,
  PageInvalidation,
  Randomness,
  slugify,
  type RequestContext,
} from '@kundig/platform/server';
import { FORUM_LIMITS } from '../forum.limits.js';
import type { Board, QuestionField } from '../storage/board.entity.js';
import { BoardRepository } from '../storage/board.repository.js';
import { placedInTree, type BoardPlace } from './board-tree.js';

/** What the operator says of a board. */
export type BoardFacts = Pick<
  Board,
  'nameDe' | 'nameEn' | 'descriptionDe' | 'descriptionEn' | 'visibility' | 'groupId' | 'announced' | 'posting'
>;

/**
 * The boards as the operator shapes them; who may is decided before. Every change runs in the caller's transaction, has
 * the whole tree to itself until that ends, and drops every cached page: a board shows on most.
 */
@Injectable()
export class BoardDesk {
  constructor(
    private readonly boards: BoardRepository,
    private readonly pages: PageInvalidation,
    private readonly clock: Clock,
    private readonly random: Randomness,
  ) {}

  /** Every board, whoever may read it, each below the one above it, in display order. */
  async tree(ctx: RequestContext): Promise<Board[]> {
    const boards = await this.boards.all(ctx);
    return boards
      .filter(({ parentId }) => parentId === null)
      .flatMap((top) => [top, ...boards.filter(({ parentId }) => parentId === top.id)]);
  }

  /**
   * Adds a board behind its siblings.
   * @param parentId public id of the board above, null at the top
   * @throws NotFound, Conflict as `placedInTree`
   * @throws InvalidInput (field `groupId`) a group's board without a group
   */
  async add(tx: RequestContext, facts: BoardFacts, parentId: string | null): Promise<Board> {
    requireGroup(facts);
    const boards = await this.lock(tx);
    const board = {
      id: this.random.uuid(),
      publicId: this.random.publicId(),
      slug: freeSlug(slugify(facts.nameDe, 'bereich'), boards),
      parentId: null,
      rank: boards.length + 1,
      createdAt: this.clock.now(),
      closedAt: null,
      questionFields: [],
      ...facts,
    };
    const added = { ...board, threadCount: 0, openCount: 0 };
    const place = { id: board.id, parentId: parentId && idOf(boards, parentId), beforeId: null };
    const ranks = placedInTree([...boards, added], place);
    await this.boards.insert(tx, board);
    await this.boards.saveRanks(tx, ranks);
    await this.pages.drop(tx, 'everything');
    return { ...added, parentId: place.parentId };
  }

  /**
   * @param publicId of the board
   * @returns the board as it was and as it is
   * @throws NotFound, InvalidInput as `add`
   */
  async change(
    tx: RequestContext,
    publicId: string,
    facts: BoardFacts,
  ): Promise<{ before: Board; after: Board }> {
    requireGroup(facts);
    const before = await this.require(tx, publicId);
    await this.save(tx, before, facts);
    return { before, after: { ...before, ...facts } };
  }

  /**
   * Puts a board in its place. All ids are public ones.
   * @throws NotFound, Conflict as `placedInTree`
   */
  async place(tx: RequestContext, place: BoardPlace): Promise<Board> {
    const boards = await this.lock(tx);
    const id = idOf(boards, place.id);
    await this.boards.saveRanks(
      tx,
      placedInTree(boards, {
        id,
        parentId: place.parentId && idOf(boards, place.parentId),
        beforeId: place.beforeId && idOf(boards, place.beforeId),
      }),
    );
    await this.pages.drop(tx, 'everything');
    return boards.find((board) => board.id === id)!;
  }

  /** @returns whether anything changed @throws NotFound */
  async close(tx: RequestContext, publicId: string, closed: boolean): Promise<boolean> {
    const board = await this.require(tx, publicId);
    if ((board.closedAt !== null) === closed) return false;
    await this.save(tx, board, { closedAt: closed ? this.clock.now() : null });
    return true;
  }

  /**
   * Adds something the board asks, or changes it; threads keep the words they were asked in.
   * @param fieldId null adds one
   * @throws NotFound no such board or field
   * @throws Conflict the board asks for three things already
   */
  async saveField(
    tx: RequestContext,
    publicId: string,
    fieldId: string | null,
    field: Omit<QuestionField, 'id'>,
  ): Promise<void> {
    const board = await this.require(tx, publicId);
    const { questionFields: fields } = board;
    if (fieldId !== null && !fields.some(({ id }) => id === fieldId)) throw new NotFound();
    if (fieldId === null && fields.length >= FORUM_LIMITS.questionFields)
      throw new Conflict('forum:error.threeFields');
    const questionFields =
      fieldId === null
        ? [...fields, { id: this.random.publicId(), ...field }]
        : fields.map((known) => (known.id === fieldId ? { id: fieldId, ...field } : known));
    await this.save(tx, board, { questionFields });
  }

  /** @returns whether it was there @throws NotFound no such board */
  async removeField(tx: RequestContext, publicId: string, fieldId: string): Promise<boolean> {
    const board = await this.require(tx, publicId);
    const questionFields = board.questionFields.filter(({ id }) => id !== fieldId);
    if (questionFields.length === board.questionFields.length) return false;
    await this.save(tx, board, { questionFields });
    return true;
  }

  private async save(tx: RequestContext, { id }: Board, change: Partial<Board>): Promise<void> {
    await this.boards.update(tx, id, change);
    await this.pages.drop(tx, 'everything');
  }

  private async require(tx: RequestContext, publicId: string): Promise<Board> {
    const board = (await this.lock(tx)).find((known) => known.publicId === publicId);
    if (!board) throw new NotFound();
    return board;
  }

  private async lock(tx: RequestContext): Promise<Board[]> {
    await this.boards.lockTree(tx);
    return this.boards.all(tx);
  }
}

function requireGroup({ visibility, groupId }: BoardFacts): void {
  if (visibility === 'group' && groupId === null)
    throw new InvalidInput('groupId', 'forum:error.groupNeeded');
}

function idOf(boards: readonly Board[], publicId: string): string {
  const found = boards.find((board) => board.publicId === publicId);
  if (!found) throw new NotFound();
  return found.id;
}

function freeSlug(wanted: string, boards: readonly Board[]): string {
  const taken = new Set(boards.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
