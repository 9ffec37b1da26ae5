import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { KeyRing } from './key-ring.js';

jest.setTimeout(120_000);

const PROCESSES = 4;
/** Changes of each process: so many that they meet. */
const CHANGES = 60;
/** Folders without a key on which all of them begin, one after the other: so many that they meet. */
const BEGINNINGS = 100;

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kundig-ring-')), 'keys');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

/**
 * Runs the same words in several processes, which begin together once all of them know the ring.
 * @param words of JavaScript that know `KeyRing` and `folder`, and `insist`, which repeats what a lock refuses; their value
 *   is JSON
 */
async function atOnce(words: string): Promise<unknown[]> {
  const program = `
    import { loadTypeScript } from './tools/lib/load-typescript.mjs';
    const { KeyRing } = await loadTypeScript('libs/platform/server/src/keys/key-ring.ts');
    const folder = ${JSON.stringify(folder)};
    const insist = (act) => {
      for (;;)
        try { return act(); } catch (error) { if (!error.message.startsWith('Another command')) throw error; }
    };
    process.stdout.write('ready');
    await new Promise((go) => process.stdin.once('data', go));
    process.stdout.write(JSON.stringify(await (async () => { ${words} })()));
    process.exit();`;
  const children = Array.from({ length: PROCESSES }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const answers = children.map(
    (child) =>
      new Promise<unknown>((resolve, reject) => {
        let said = '';
        child.stdout.on('data', (part: Buffer) => (said += part.toString()));
        child.once('close', (code) =>
          code === 0 ? resolve(JSON.parse(said.slice('ready'.length))) : reject(new Error(said)),
        );
      }),
  );
  try {
    await Promise.all(children.map((child) => new Promise((go) => child.stdout.once('data', go))));
    for (const child of children) child.stdin.write('go');
    return await Promise.all(answers);
  } finally {
    for (const child of children) child.kill();
  }
}

describe('processes that change the keys at once', () => {
  it('undo nothing of each other: every version that was made stays, and so does the key for reveals', async () => {
    KeyRing.open(folder);
    const made = await atOnce(`
      const made = [];
      for (let change = 0; change < ${CHANGES}; change += 1) {
        made.push(insist(() => KeyRing.rotate(folder, new Date(0))));
        if (change === ${CHANGES / 2}) try { insist(() => KeyRing.addRevealKey(folder)); } catch {}
      }
      return made;`);
    const versions = (made as number[][]).flat().sort((one, other) => one - other);
    expect(versions).toEqual(Array.from({ length: PROCESSES * CHANGES }, (_, index) => index + 2));
    const ring = KeyRing.open(folder);
    expect(ring.versions.sort((one, other) => one - other)).toEqual([1, ...versions]);
    expect(ring.opensPersonas).toBe(true);
  });

  it('begin with one key where there was none, each of them at the first go', async () => {
    const rings = (await atOnce(`
      const keys = [];
      for (let round = 0; round < ${BEGINNINGS}; round += 1)
        keys.push(KeyRing.open(folder + '/' + round).derive('purpose').toString('base64'));
      return keys;`)) as string[][];
    const kept = Array.from({ length: BEGINNINGS }, (_, round) =>
      KeyRing.open(join(folder, String(round)))
        .derive('purpose')
        .toString('base64'),
    );
    expect(new Set(kept).size).toBe(BEGINNINGS);
    for (const keys of rings) expect(keys).toEqual(kept);
  });
});
