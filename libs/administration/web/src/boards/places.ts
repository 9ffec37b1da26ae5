/** A board as the tree shows it. */
export interface TreeBoard {
  id: string;
  /** Null at the top. */
  parentId?: string | null;
}

/** Where a board goes; without `beforeId` it becomes the last below `parentId`. */
export interface Place {
  id: string;
  parentId?: string;
  beforeId?: string;
}

export const directions = ['up', 'down', 'in', 'out'] as const;
/** A step by keyboard: among the siblings, below the one before, or up beside the one above. */
export type Direction = (typeof directions)[number];

/**
 * @param boards the whole tree of two levels, in display order
 * @returns where one step leads the board; undefined where there is no such step
 */
export function placeAfter(
  boards: readonly TreeBoard[],
  id: string,
  direction: Direction,
): Place | undefined {
  const board = boards.find((other) => other.id === id)!;
  const parentId = board.parentId ?? undefined;
  const siblings = boards.filter((other) => (other.parentId ?? undefined) === parentId);
  const index = siblings.findIndex((other) => other.id === id);
  const before = siblings[index - 1];
  switch (direction) {
    case 'up':
      return before && { id, parentId, beforeId: before.id };
    case 'down':
      return siblings[index + 1] && { id, parentId, beforeId: siblings[index + 2]?.id };
    case 'in':
      return parentId === undefined && before && !boards.some((other) => other.parentId === id)
        ? { id, parentId: before.id }
        : undefined;
    case 'out': {
      if (parentId === undefined) return undefined;
      const tops = boards.filter((other) => !other.parentId);
      return { id, beforeId: tops[tops.findIndex((other) => other.id === parentId) + 1]?.id };
    }
  }
}
