import { describe, expect, it } from '@jest/globals';
import { SystemRandomness } from '@kundig/platform/server';
import { CREATURE_COUNT, drawPersonaName } from './persona-names.js';

const randomness = new SystemRandomness();

describe('drawPersonaName', () => {
  it('gives every voice of a long thread a name of its own, numbered once the creatures run out', () => {
    const taken: string[] = [];
    for (let voice = 0; voice < CREATURE_COUNT + 5; voice++) taken.push(drawPersonaName(randomness, taken));
    expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length);
    expect(taken.filter((name) => name.endsWith(' 2'))).toHaveLength(5);
    expect(CREATURE_COUNT).toBeGreaterThan(300);
  });

  it('draws evenly, so that a name tells nothing', () => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < CREATURE_COUNT * 20; draw++) {
      const name = drawPersonaName(randomness, []);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(CREATURE_COUNT * 0.99);
    expect(Math.max(...counts.values())).toBeLessThan(60);
  });
});
