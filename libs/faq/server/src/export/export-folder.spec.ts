import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportFolder, type NewFile } from './export-folder.js';

async function* files(...all: [name: string, content: string][]): AsyncIterable<NewFile> {
  for (const [name, content] of all) yield { name, content };
}

describe('ExportFolder', () => {
  let root: string;
  let folder: ExportFolder;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'faq-export-'));
    folder = new ExportFolder(root);
  });
  afterEach(() => rm(root, { recursive: true }));

  const read = (name: string) => readFile(join(folder.current, name), 'utf8');

  it('shows the files of the newest export and no file of an older one', async () => {
    await folder.publish('1', files(['a', 'one'], ['b', 'one']));
    await folder.publish('2', files(['a', 'two']));
    expect(await read('a')).toBe('two');
    expect(await readdir(folder.current)).toEqual(['a']);
  });

  it('keeps the export before for its readers, and no more', async () => {
    for (const id of ['1', '2', '3', '4']) await folder.publish(id, files(['a', id]));
    expect((await readdir(root)).sort()).toEqual(['current', 'release-3', 'release-4']);
  });

  it('leaves the current export whole when a file cannot be made', async () => {
    await folder.publish('1', files(['a', 'one'], ['b', 'one']));
    async function* breaking(): AsyncIterable<NewFile> {
      yield { name: 'a', content: 'two' };
      throw new Error('no space left');
    }
    await expect(folder.publish('2', breaking())).rejects.toThrow('no space left');
    expect([await read('a'), await read('b')]).toEqual(['one', 'one']);
  });

  it('clears away what a crash left and goes on', async () => {
    await folder.publish('1', files(['a', 'one']));
    await mkdir(join(root, 'new-dead'));
    await writeFile(join(root, 'new-dead', 'a'), 'half');
    await writeFile(join(root, 'new-link'), 'a link that was not yet renamed');
    expect(await read('a')).toBe('one');
    await folder.publish('2', files(['a', 'two']));
    expect(await read('a')).toBe('two');
    expect((await readdir(root)).filter((name) => name.startsWith('new-'))).toEqual([]);
  });

  it('lets somebody who reads see one whole export at any moment', async () => {
    await folder.publish('0', files(['a', '0'], ['b', '0']));
    const seen = new Set<string>();
    let writing = true;
    const reader = (async () => {
      while (writing) {
        const target = await readdir(folder.current);
        seen.add(target.sort().join());
      }
    })();
    for (let id = 1; id <= 20; id += 1)
      await folder.publish(String(id), files(['a', `${id}`], ['b', `${id}`]));
    writing = false;
    await reader;
    expect([...seen]).toEqual(['a,b']);
  });
});
