import { mkdir, open, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A file to be published; made only when its turn comes. */
export interface NewFile {
  readonly name: string;
  readonly content: string;
}

const CURRENT = 'current';
const RELEASE = 'release-';
const UNFINISHED = 'new-';

/**
 * A folder whose readers see one whole export or the one before, whatever happens while it is written:
 *
 *     current -> release-<id>     what is read; the link is replaced in one step
 *     release-<id>/               whole exports: the current one, and the one before for whoever is still reading it
 *     new-<id>/                   an export being written, or left behind by a crash and removed by the next one
 */
export class ExportFolder {
  /** @param root made when absent */
  constructor(private readonly root: string) {}

  /** Folder of the current export; absent before the first one. */
  get current(): string {
    return join(this.root, CURRENT);
  }

  /**
   * Writes all files, forces them to the disk and makes them the current export.
   * @param id    unique, safe in a path
   * @param files in the order in which they are written; if one cannot be made, the current export stays
   */
  async publish(id: string, files: AsyncIterable<NewFile>): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await this.removeLeftovers();
    const unfinished = join(this.root, `${UNFINISHED}${id}`);
    await mkdir(unfinished);
    for await (const { name, content } of files) await writeThrough(join(unfinished, name), content);
    await syncFolder(unfinished);
    const release = `${RELEASE}${id}`;
    await rename(unfinished, join(this.root, release));
    const previous = await readlink(this.current).catch(() => null);
    const link = join(this.root, `${UNFINISHED}link`);
    await symlink(release, link);
    await rename(link, this.current);
    await syncFolder(this.root);
    await this.removeReleasesBut([release, previous]);
  }

  private async removeLeftovers(): Promise<void> {
    const names = await readdir(this.root);
    for (const name of names.filter((entry) => entry.startsWith(UNFINISHED)))
      await rm(join(this.root, name), { recursive: true });
  }

  private async removeReleasesBut(kept: readonly (string | null)[]): Promise<void> {
    const names = await readdir(this.root);
    for (const name of names.filter((entry) => entry.startsWith(RELEASE) && !kept.includes(entry)))
      await rm(join(this.root, name), { recursive: true });
  }
}

async function writeThrough(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}
