import { createCipheriv, createHash } from 'node:crypto';
import { SystemRandomness } from '@kundig/platform/server';

/** Draws the same values in the same order for the same seed, so that two worlds can be compared byte by byte. */
export class SeededRandomness extends SystemRandomness {
  private readonly stream;

  constructor(seed: string) {
    super();
    const key = createHash('sha256').update(seed).digest().subarray(0, 16);
    this.stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  }

  override bytes(length: number): Buffer {
    return this.stream.update(Buffer.alloc(length));
  }

  override uuid(): string {
    const bytes = this.bytes(16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
