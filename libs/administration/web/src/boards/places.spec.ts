import { describe, expect, it } from '@jest/globals';
import { placeAfter } from './places.js';

const tree = [
  { id: 'a' },
  { id: 'b' },
  { id: 'b1', parentId: 'b' },
  { id: 'b2', parentId: 'b' },
  { id: 'c', parentId: null },
];

describe('a step in the tree of boards', () => {
  it.each([
    ['b', 'up', { id: 'b', beforeId: 'a' }],
    ['a', 'down', { id: 'a', beforeId: 'c' }],
    ['b', 'down', { id: 'b' }],
    ['b2', 'up', { id: 'b2', parentId: 'b', beforeId: 'b1' }],
    ['c', 'in', { id: 'c', parentId: 'b' }],
    ['b1', 'out', { id: 'b1', beforeId: 'c' }],
  ] as const)('leads %s %s', (id, direction, place) => {
    expect(placeAfter(tree, id, direction)).toEqual(place);
  });

  it.each([
    ['a', 'up', 'it is the first'],
    ['c', 'down', 'it is the last'],
    ['b', 'in', 'it has boards below it'],
    ['b2', 'in', 'there is no third level'],
    ['a', 'out', 'it is at the top'],
  ] as const)('does not lead %s %s: %s', (id, direction, _because) => {
    expect(placeAfter(tree, id, direction)).toBeUndefined();
  });
});
