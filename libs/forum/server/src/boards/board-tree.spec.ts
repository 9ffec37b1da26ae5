import { describe, expect, it } from '@jest/globals';
import { placedInTree, type RankedBoard } from './board-tree.js';

const board = (id: string, rank: number, parentId: string | null = null): RankedBoard => ({
  id,
  rank,
  parentId,
});
const tree = [board('a', 1), board('b', 1), board('c', 7), board('c1', 1, 'c'), board('c2', 2, 'c')];

describe('a board in its place', () => {
  it('stands before the sibling it was put before, and ranks are counted anew', () => {
    expect(placedInTree(tree, { id: 'c', parentId: null, beforeId: 'a' })).toEqual([
      board('c', 1),
      board('a', 2),
      board('b', 3),
    ]);
  });

  it('goes below another, last', () => {
    expect(placedInTree(tree, { id: 'a', parentId: 'c', beforeId: null }).at(-1)).toEqual(board('a', 3, 'c'));
  });

  it('comes up again', () => {
    const top = placedInTree(tree, { id: 'c1', parentId: null, beforeId: null });
    expect(top.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'c1']);
  });
});

describe('a place there is not', () => {
  it.each([
    ['below itself', { id: 'a', parentId: 'a', beforeId: null }, 'forum:error.twoLevels'],
    ['on a third level', { id: 'a', parentId: 'c1', beforeId: null }, 'forum:error.twoLevels'],
    [
      'below another with boards of its own',
      { id: 'c', parentId: 'a', beforeId: null },
      'forum:error.twoLevels',
    ],
    ['before one that has moved', { id: 'a', parentId: null, beforeId: 'c1' }, 'forum:error.boardMoved'],
    ['below none', { id: 'a', parentId: 'x', beforeId: null }, 'platform:error.notFound'],
    ['of none', { id: 'x', parentId: null, beforeId: null }, 'platform:error.notFound'],
  ])('is refused %s', (_, place, message) => {
    expect(() => placedInTree(tree, place)).toThrow(message);
  });
});
