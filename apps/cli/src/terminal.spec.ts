import { describe, expect, it } from '@jest/globals';
import { ProblemLog } from './commands/problem-log.js';
import { table } from './commands/table.js';
import { linesFor } from './terminal.js';

describe('plain progress', () => {
  it('says a line for each tenth, however small the steps', () => {
    const lines: string[] = [];
    const progress = linesFor({ line: (text) => lines.push(text) }, 'Threads', 250);
    for (let done = 1; done <= 250; done++) progress.update(done);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('Threads: 25 of 250');
    expect(lines.at(-1)).toBe('Threads: 250 of 250');
  });
});

describe('the log of problems', () => {
  const problem = (line: number) =>
    ({ file: 'Posts.xml', line, code: 'invalid', reason: 'Title: missing' }) as const;
  const logged = (lines: readonly number[]) => {
    const complaints: string[] = [];
    const log = new ProblemLog({
      line: () => undefined,
      complain: (text) => complaints.push(text),
      progress: () => ({ update: () => undefined, stop: () => undefined }),
    });
    lines.forEach((line) => log.add(problem(line)));
    return { complaints, count: log.count };
  };

  it('says each problem once, with file and line', () => {
    expect(logged([3, 3, 7])).toEqual({
      complaints: ['Posts.xml:3: invalid: Title: missing', 'Posts.xml:7: invalid: Title: missing'],
      count: 2,
    });
  });

  it('only counts what nobody would read any more', () => {
    const { complaints, count } = logged(Array.from({ length: 1_500 }, (_, line) => line));
    expect(count).toBe(1_500);
    expect(complaints).toHaveLength(1_001);
  });
});

describe('a table', () => {
  it('aligns its columns by characters, not by code units', () => {
    expect(table(['name', 'n'], [['𝒜𝒷', '1']])).toEqual(['name  n', '𝒜𝒷    1']);
  });
});
