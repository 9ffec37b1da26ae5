import { mkdir, open, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toQuarterHour, type Clock, type Randomness } from '@kundig/platform/server';
import { FileStore, type StoredContent } from './file-store.js';

/** Files in a folder of this machine. Several web processes need one folder in common, or the S3 store. */
export class DiskFileStore extends FileStore {
  /** @param folder made when it is missing, readable by this user alone */
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    super();
  }

  async put(key: string, content: Buffer): Promise<void> {
    const path = this.pathOf(key);
    const temporary = `${path}.${this.randomness.publicId()}`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      // A folder's listing must not tell to the second when an anonymous author was here.
      const when = toQuarterHour(this.clock.now());
      await utimes(temporary, when, when);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(key: string): Promise<StoredContent | null> {
    try {
      const file = await open(this.pathOf(key));
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!/^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key)) throw new RangeError('not a key of the file storage');
    return join(this.folder, key);
  }
}
