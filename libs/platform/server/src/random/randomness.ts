import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Letters and digits without those that look alike (0 o, 1 l i); one capital makes them 32, so that a byte maps without bias. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyzA';

/** The one source of ids and secrets. Tests replace it with a seeded one. */
export abstract class Randomness {
  /** @param length in bytes */
  abstract bytes(length: number): Buffer;

  /** Primary key of a row: UUIDv4, which tells nothing about order or time. */
  abstract uuid(): string;

  /** Public address id: 12 characters, 60 bits, as it stands in URLs. */
  publicId(): string {
    return Array.from(this.bytes(12), (byte) => ALPHABET[byte & 31]).join('');
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
