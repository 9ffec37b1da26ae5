import { describe, expect, it } from '@jest/globals';
import { creditsOfBatch } from './credit-batch.js';

const due = (...kudos: number[]) => new Map(kudos.map((count, index) => [`account ${index}`, count]));

describe('a batch of credits', () => {
  it('credits whole steps of five', () => {
    expect([...creditsOfBatch(due(5, 9, 10, 14, 27, 4, 0)).values()]).toEqual([5, 5, 10, 10, 25]);
  });

  it('credits nobody where fewer than five would be', () => {
    expect(creditsOfBatch(due(50, 50, 50, 50, 4)).size).toBe(0);
    expect(creditsOfBatch(due(50, 50, 50, 50, 5)).size).toBe(5);
  });
});
