import type { Request } from 'express';
import type { StorageEngine } from 'multer';

/** So much is read and thrown away beyond the bound, so that the sender hears a word instead of a broken line. */
const DRAINED_TIMES = 4;

type Handled = (error?: unknown, info?: Partial<Express.Multer.File>) => void;

/**
 * Keeps a file in memory up to a bound. What is larger is read on without being kept, and tells its size alone: the other
 * fields of the form come whole.
 */
export class BoundedMemory implements StorageEngine {
  /** @param most bytes that are kept */
  constructor(private readonly most: number) {}

  _handleFile(_req: Request, file: Express.Multer.File, done: Handled): void {
    let chunks: Buffer[] = [];
    let size = 0;
    file.stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= this.most) chunks.push(chunk);
      else chunks = [];
      if (size > this.most * DRAINED_TIMES) file.stream.destroy(new Error('far too large'));
    });
    file.stream.on('error', done);
    file.stream.on('end', () => done(null, { size, buffer: Buffer.concat(chunks) }));
  }

  _removeFile(_req: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null); // memory goes by itself
  }
}
