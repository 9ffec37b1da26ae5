import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Letters and digits without those that look alike (0 o, 1 l i); one capital makes them 32, so that a byte maps without bias. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyzA';

/** The one source of ids and secrets. Tests replace it with a seeded one. */
export abstract class Randomness {
  /** @param length in bytes */
  abstract bytes(length: number): Buffer;

  /** Primary key of a row: UUIDv4, which tells nothing about order or time. */
  abstract uuid(): string;

  /** @returns a whole number from 0 to `limit` - 1, all alike; `limit` at most 2³² */
  below(limit: number): number {
    return this.bytes(6).readUIntBE(0, 6) % limit; // 48 bits: the bias is below one in 65,000
  }

  /** Public address id: 12 characters, 60 bits, as it stands in URLs. */
  publicId(): string {
    return Array.from(this.bytes(12), (byte) => ALPHABET[byte & 31]).join('');
  }

  /**
   * A key that is the same whenever the same parts come again, so that a resent form finds what it made the first time.
   * At least one part must be unguessable (a client key), or the key could be computed by others.
   */
  repeatableUuid(...parts: readonly string[]): string {
    const hash = createHash('sha256').update(parts.join('\0')).digest();
    hash[6] = (hash[6]! & 0x0f) | 0x80; // version 8: made by the application
    hash[8] = (hash[8]! & 0x3f) | 0x80;
    return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Secret for a link in a mail or a session: 32 bytes, base64url. */
  token(): string {
    return this.bytes(32).toString('base64url');
  }
}

@Injectable()
export class SystemRandomness extends Randomness {
  bytes(length: number): Buffer {
    return randomBytes(length);
  }

  uuid(): string {
    return randomUUID();
  }
}
