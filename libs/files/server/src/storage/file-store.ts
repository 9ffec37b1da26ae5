import type { Readable } from 'node:stream';

/** The content of a stored file, to be read once. */
export interface StoredContent {
  readonly stream: Readable;
  /** In bytes. */
  readonly size: number;
}

/** Where the bytes lie: a folder of this machine or an S3 server. Knows keys and bytes, no names, persons or rights. */
export abstract class FileStore {
  /** Writes all or nothing; writing a key again replaces it. */
  abstract put(key: string, content: Buffer): Promise<void>;

  /** @returns null when there is nothing under the key */
  abstract open(key: string): Promise<StoredContent | null>;

  /** What is not there is removed already. */
  abstract remove(keys: readonly string[]): Promise<void>;
}
