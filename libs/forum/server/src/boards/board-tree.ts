import { Conflict, NotFound } from '@kundig/platform/server';
import type { Board } from '../storage/board.entity.js';

/** Where a board belongs in the tree. */
export interface BoardPlace {
  readonly id: string;
  /** The board above; null at the top. */
  readonly parentId: string | null;
  /** The sibling that follows; null puts it last. */
  readonly beforeId: string | null;
}

/** What a board's row says of its place. */
export type RankedBoard = Pick<Board, 'id' | 'parentId' | 'rank'>;

/**
 * Puts a board in its place; the tree has two levels.
 * @param boards all there are, in display order
 * @returns the board and its siblings with the ranks they get, from 1
 * @throws NotFound no such board, or none above it
 * @throws Conflict it would make a third level, or the sibling it was to stand before has moved
 */
export function placedInTree(
  boards: readonly RankedBoard[],
  { id, parentId, beforeId }: BoardPlace,
): RankedBoard[] {
  const moved = boards.find((board) => board.id === id);
  const parent = boards.find((board) => board.id === parentId);
  if (!moved || (parentId !== null && !parent)) throw new NotFound();
  if (
    parent &&
    (parent.parentId !== null || parent.id === id || boards.some((board) => board.parentId === id))
  )
    throw new Conflict('forum:error.twoLevels');
  const siblings = boards.filter((board) => board.parentId === parentId && board.id !== id);
  const place = beforeId === null ? siblings.length : siblings.findIndex((board) => board.id === beforeId);
  if (place < 0) throw new Conflict('forum:error.boardMoved');
  return [...siblings.slice(0, place), moved, ...siblings.slice(place)].map((board, index) => ({
    id: board.id,
    parentId,
    rank: index + 1,
  }));
}
