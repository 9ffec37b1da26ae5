import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Work that goes on until it is told to end. */
function work(log: string[], name: string) {
  let end!: (error?: Error) => void;
  const ended = new Promise<string>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve(name));
  });
  const run = () => {
    log.push(name);
    return ended;
  };
  return { run, end };
}

/** Everything that follows at once has followed. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are taken by so many at once, the rest in their order, and beyond them nobody waits', async () => {
    const turns = new Turns(2, 2);
    const log: string[] = [];
    const [a, b, c, d] = [work(log, 'a'), work(log, 'b'), work(log, 'c'), work(log, 'd')];
    const results = [a, b, c, d].map(({ run }) => turns.take(run));
    await expect(turns.take(work(log, 'e').run)).rejects.toMatchObject({ typename: 'TooManyRequestsError' });
    await settled();
    expect(log).toEqual(['a', 'b']);
    b.end();
    await settled();
    expect(log).toEqual(['a', 'b', 'c']);
    a.end();
    c.end();
    d.end();
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
    expect(log).not.toContain('e');
  });

  it('are given back when the work fails', async () => {
    const turns = new Turns(1, 0);
    const log: string[] = [];
    const failing = work(log, 'a');
    const result = turns.take(failing.run);
    failing.end(new Error('broken'));
    await expect(result).rejects.toThrow('broken');
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
  });
});
